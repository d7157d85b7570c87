package no.avstemt.web.finding;

import java.util.List;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.watch.ConfirmChange;
import no.avstemt.domain.finding.Finding;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.page.Addresses;

/** What Vipps lists otherwise than before, and a person says is right. */
public final class ConfirmRoutes {

    private static final Field<Long> FINDING = Field.required("finding_id", Kind.id());
    private static final Shape CONFIRMATION = Shape.of("LedgerChangeConfirmationFields", FINDING);
    private static final Resource<Finding> CONFIRMED = Resource.<Finding>named("LedgerChangeConfirmation")
            .with("code", Kind.text(10), finding -> finding.code().number())
            .with("ledger_id", Kind.text(100), finding -> finding.ledger().value());

    private final ConfirmChange confirm;

    public ConfirmRoutes(ConfirmChange confirm) {
        this.confirm = confirm;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/findings/{id}/confirm")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .answers(RouteDraft.HTML)
                        .says("Confirms another payout account, or a sales unit that is closed or has moved.")
                        .by(this::fromPage),
                Route.post("/api/v2/ledger-change-confirmations")
                        .toWriters()
                        .ofClient()
                        .body(CONFIRMATION)
                        .gives(201, CONFIRMED)
                        .conflicts("no open finding with this id is about a change that can be confirmed")
                        .says(
                                "Confirms another payout account (V-26), or a sales unit that is closed (V-22) or has moved"
                                        + " (V-27). Ask the merchant first: a change that nobody knows of may be fraud.")
                        .by(this::fromProgram));
    }

    /** Of a button that is pressed twice, the second finds nothing left to confirm. */
    private Reply fromPage(Request request) {
        confirm.run(request.client(), Actor.of(request.caller()), request.get(Param.ID));
        return Reply.seeOther(Addresses.findings(request.client()).toString());
    }

    private Reply fromProgram(Request request) {
        long finding = request.body().get(FINDING);
        return Reply.created(CONFIRMED.json(confirm.run(request.client(), Actor.of(request.caller()), finding)
                .orElseThrow(() -> Problem.conflict("findings.notToConfirm", Long.toString(finding)))));
    }
}
