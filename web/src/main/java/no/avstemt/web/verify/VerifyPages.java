package no.avstemt.web.verify;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.verify.ChainHead;
import no.avstemt.application.verify.ShowVerifications;
import no.avstemt.application.verify.Verification;
import no.avstemt.application.verify.VerifyRuns;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Faults;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** {@code /verify}: the last proof of a client's books, and the button that makes a new one. */
public final class VerifyPages {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int SHOWN = 20;
    private static final Param<String> AGAINST =
            Param.withDefault("against", ParamType.anyText(400), "").inForm();

    private final VerifyRuns runs;
    private final ShowVerifications show;
    private final ClientFrames frames;
    private final Clock clock;

    public VerifyPages(VerifyRuns runs, ShowVerifications show, ClientFrames frames, Clock clock) {
        this.runs = runs;
        this.show = show;
        this.frames = frames;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/verify")
                        .toReaders()
                        .ofClient()
                        .answers(RouteDraft.HTML)
                        .says("The page of the last proof of the books of one client account.")
                        .by(request -> Reply.page(page(request, "", Faults.none()))),
                Route.post("/verify")
                        .toWriters()
                        .ofClient()
                        .takes(AGAINST)
                        .answers(RouteDraft.HTML)
                        .says("Proves the books of one client account, in the background when they are long.")
                        .by(this::start));
    }

    private Reply start(Request request) {
        String typed = request.get(AGAINST).strip();
        Optional<ChainHead> kept = ChainHead.parse(typed);
        if (!typed.isEmpty() && kept.isEmpty()) {
            return Reply.page(400, page(request, typed, fault(request, "verify.head.fault")));
        }
        if (kept.isPresent() && !kept.get().client().equals(request.client())) {
            String owner = kept.get().client().toString();
            return Reply.page(400, page(request, typed, fault(request, "verify.head.other", owner)));
        }
        runs.start(request.client(), Actor.of(request.caller()), kept, PATIENCE);
        return Reply.seeOther(Addresses.verify(request.client()).toString());
    }

    private static Faults fault(Request request, String key, String... facts) {
        Faults faults = Faults.none();
        faults.add(AGAINST.name(), request.texts().get(key, facts));
        return faults;
    }

    private View page(Request request, String typed, Faults faults) {
        Texts texts = request.texts();
        List<Verification> proofs = show.page(request.client(), 0, SHOWN).shown();
        Optional<Verification> last = proofs.stream().findFirst();
        List<String> found = last.stream()
                .flatMap(proof -> proof.faults().stream())
                .map(fault -> FaultText.of(fault, texts))
                .toList();
        long hidden = last.map(proof -> proof.faultCount() - found.size()).orElse(0L);
        VerifyPage page = new VerifyPage(
                frames.frame(request, RailPage.VERIFY),
                request.client().toString(),
                request.caller().mayWrite(),
                faults,
                typed,
                show.head(request.client()).text(),
                last.map(proof -> verdict(proof, request)).orElse(""),
                last.filter(proof -> proof.faultCount() > 0).isPresent(),
                last.map(proof -> when(proof, request)).orElse(""),
                found,
                hidden > 0 ? texts.get("verify.more", request.formats().count(hidden)) : "",
                proofs.stream().skip(1).map(proof -> row(proof, request)).toList());
        return new View("verify/verify.jte", page);
    }

    private VerifyPage.Row row(Verification proof, Request request) {
        return new VerifyPage.Row(
                request.formats().dateAndTime(proof.startedAt()), proof.startedBy(), verdict(proof, request));
    }

    private static String when(Verification proof, Request request) {
        return request.formats().dateAndTime(proof.startedAt()) + " · " + proof.startedBy();
    }

    private String verdict(Verification proof, Request request) {
        Formats formats = request.formats();
        Texts texts = request.texts();
        String entries = formats.count(proof.entries());
        String total = formats.count(proof.total());
        return switch (proof.state(clock.instant())) {
            case RUNNING -> texts.get("verify.state.running", entries, total);
            case STOPPED -> texts.get("verify.state.stopped", entries, total);
            case WHOLE -> texts.get("verify.state.whole", entries, formats.count(proof.lines()));
            case BROKEN -> texts.get("verify.state.broken", formats.count(proof.faultCount()), entries);
        };
    }
}
