package no.avstemt.web.verify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.verify.ChainHead;
import no.avstemt.application.verify.Fault;
import no.avstemt.application.verify.ShowVerifications;
import no.avstemt.application.verify.ShowVerifications.Page;
import no.avstemt.application.verify.Verification;
import no.avstemt.application.verify.VerifyRuns;
import no.avstemt.domain.journal.ChainHash;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.text.Message;
import no.avstemt.web.text.Texts;

/** {@code /api/v2/verifications} and {@code /api/v2/chain-head}. */
public final class VerificationApi {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Kind<Long> COUNT = Kind.number(0, Long.MAX_VALUE);
    private static final Kind<String> TEXT = Kind.text(1_000);

    static final Param<Optional<ChainHead>> AGAINST = Param.optional(
                    "against",
                    new ParamType<>("string", "", List.of(), Message.of("verify.head.allowed"), ChainHead::parse))
            .describedAs("A head of this client account's chain from before, as chain-head gave its text");

    private static final Resource<ChainHead> HEAD = Resource.<ChainHead>named("ChainHead")
            .with("position", COUNT, ChainHead::position)
            .with("hash", TEXT, head -> head.hash().toString())
            .with("text", TEXT, ChainHead::text)
            .described("To be kept outside, and given to a verification later.");

    private record Told(Verification verification, Instant now, Texts texts) {}

    private record ToldFault(Fault fault, Texts texts) {}

    private static final Resource<ToldFault> FAULT = Resource.<ToldFault>named("VerificationFault")
            .with("check", TEXT, told -> code(told.fault().check()))
            .with("subject", TEXT, told -> told.fault().subject())
            .with("expected", TEXT, told -> told.fault().expected())
            .with("found", TEXT, told -> told.fault().found())
            .with("text", TEXT, told -> FaultText.of(told.fault(), told.texts()));

    private static final Resource<Told> VERIFICATION = Resource.<Told>named("Verification")
            .with("id", Kind.id(), told -> told.verification().id())
            .with("state", TEXT, told -> code(told.verification().state(told.now())))
            .described("running, stopped, whole or broken.")
            .with("started_at", TEXT, told -> told.verification().startedAt().toString())
            .with("started_by", TEXT, told -> told.verification().startedBy())
            .maybe("ended_at", TEXT, told -> told.verification().endedAt().map(Instant::toString))
            .with("entries_to_check", COUNT, told -> told.verification().total())
            .with("entries", COUNT, told -> told.verification().entries())
            .with("lines", COUNT, told -> told.verification().lines())
            .maybe("chain_hash", TEXT, told -> told.verification().head().map(ChainHash::toString))
            .with("fault_count", COUNT, told -> told.verification().faultCount())
            .each(
                    "faults",
                    FAULT,
                    told -> told.verification().faults().stream()
                            .map(fault -> new ToldFault(fault, told.texts()))
                            .toList());

    private final VerifyRuns runs;
    private final ShowVerifications show;
    private final Clock clock;

    public VerificationApi(VerifyRuns runs, ShowVerifications show, Clock clock) {
        this.runs = runs;
        this.show = show;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v2/chain-head")
                        .toReaders()
                        .ofClient()
                        .gives(200, HEAD)
                        .says("How far the journal of one client account has come, and the hash that seals it.")
                        .by(request -> Reply.json(HEAD.json(show.head(request.client())))),
                Route.get("/api/v2/verifications")
                        .toReaders()
                        .ofClient()
                        .lists(VERIFICATION)
                        .says("The proofs that were made of the books of one client account, the latest first.")
                        .by(this::list),
                Route.get("/api/v2/verifications/{id}")
                        .toReaders()
                        .ofClient()
                        .takes(Param.ID)
                        .gives(200, VERIFICATION)
                        .says("One proof of the books, also while it runs.")
                        .by(this::one),
                Route.post("/api/v2/verifications")
                        .toWriters()
                        .ofClient()
                        .takes(AGAINST)
                        .gives(201, VERIFICATION)
                        .says("Proves the books of one client account; of a long journal it answers while it runs.")
                        .by(this::start));
    }

    private Reply start(Request request) {
        Optional<ChainHead> kept = request.get(AGAINST);
        kept.filter(head -> !head.client().equals(request.client())).ifPresent(head -> {
            throw Problem.badRequest("verify.head.other", head.client().toString());
        });
        Verification begun = runs.start(request.client(), Actor.of(request.caller()), kept, PATIENCE);
        return Reply.created(told(show.find(request.client(), begun.id()).orElseThrow(), request));
    }

    private Reply one(Request request) {
        return Reply.json(
                told(show.find(request.client(), request.get(Param.ID)).orElseThrow(Problem::notFound), request));
    }

    private Reply list(Request request) {
        Paged paged = Paged.of(request);
        Page page = show.page(request.client(), paged.offset(), Math.toIntExact(paged.perPage()));
        return Reply.json(paged.envelope(page.records(), page.shown(), proof -> told(proof, request)));
    }

    private Object told(Verification verification, Request request) {
        return VERIFICATION.json(new Told(verification, clock.instant(), request.texts()));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
