package no.avstemt.web.posting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.application.journal.TakeBack;
import no.avstemt.application.posting.SettleDispute;
import no.avstemt.domain.posting.SettledDispute.Choice;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;

/** What becomes of a capture that is held back for good, from its finding. */
public final class DisputeRoutes {

    private static final Param<Choice> CHOSEN =
            Param.required("choice", ParamType.choice(choices())).inForm();
    private static final Field<Long> FINDING = Field.required("finding_id", Kind.id());
    private static final Field<Choice> CHOICE = Field.required("choice", Kind.choice(choices()))
            .describedAs("A loss leaves the VAT of the sale as it is; a credit reverses the sale.");
    private static final Shape SETTLEMENT = Shape.of("DisputeSettlementFields", FINDING, CHOICE);
    private static final Resource<FullEntry> SETTLED = Resource.<FullEntry>named("DisputeSettlement")
            .with("entry_id", Kind.id(), FullEntry::id)
            .described("Of the journal entry. Cancelling that undoes the choice.")
            .with("number", Kind.text(40), TakeBack::number)
            .with("posting_date", Kind.date(), FullEntry::date);

    private final SettleDispute settle;

    public DisputeRoutes(SettleDispute settle) {
        this.settle = settle;
    }

    private static Map<String, Choice> choices() {
        Map<String, Choice> choices = new LinkedHashMap<>();
        choices.put("loss", Choice.LOSS);
        choices.put("credit", Choice.CREDIT);
        return choices;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/findings/{id}/settle")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID, CHOSEN)
                        .answers(RouteDraft.HTML)
                        .says("Books a capture that is held back for good, from its finding.")
                        .by(this::fromPage),
                Route.post("/api/v2/dispute-settlements")
                        .toWriters()
                        .ofClient()
                        .body(SETTLEMENT)
                        .gives(201, SETTLED)
                        .conflicts("no open finding with this id is about a dispute that stands")
                        .says("Books a capture that is held back for good as a loss, or as a credit of its sale.")
                        .by(this::fromProgram));
    }

    /** Of a button that is pressed twice, the second finds nothing left to settle. */
    private Reply fromPage(Request request) {
        Address next = settle.run(
                        request.client(), Actor.of(request.caller()), request.get(Param.ID), request.get(CHOSEN))
                .map(posted -> Addresses.journalEntry(request.client(), posted.id()))
                .orElseGet(() -> Addresses.findings(request.client()));
        return Reply.seeOther(next.toString());
    }

    private Reply fromProgram(Request request) {
        long finding = request.body().get(FINDING);
        FullEntry posted = settle.run(
                        request.client(),
                        Actor.of(request.caller()),
                        finding,
                        request.body().get(CHOICE))
                .orElseThrow(() -> Problem.conflict("dispute.none", Long.toString(finding)));
        return Reply.created(SETTLED.json(posted));
    }
}
