package no.avstemt.web.finding;

import java.util.List;
import no.avstemt.application.finding.FindingStore.Place;
import no.avstemt.application.finding.FindingStore.PlacedFinding;
import no.avstemt.application.finding.FindingStore.StoredFinding;
import no.avstemt.application.finding.ListFindings;
import no.avstemt.application.finding.ListFindings.Found;
import no.avstemt.domain.finding.Finding;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;

/** {@code GET /api/v2/findings}: open ones first, then those whose cause is gone. */
public final class FindingApi {

    /** @param text in the reader's language */
    private record Told(PlacedFinding placed, FindingText text) {

        StoredFinding stored() {
            return placed.stored();
        }

        Finding finding() {
            return stored().finding();
        }
    }

    private static final Resource<Told> FINDING = Resource.<Told>named("Finding")
            .with("id", Kind.id(), told -> told.stored().id())
            .with("code", Kind.text(10), told -> told.finding().code().number())
            .with("title", Kind.text(200), told -> told.text().title())
            .with("text", Kind.text(2000), told -> told.text().happened())
            .with("what_to_do", Kind.text(2000), told -> told.text().todo())
            .with("ledger_id", Kind.text(100), told -> told.finding().ledger().value())
            .with("ledger_date", Kind.date(), told -> told.finding().ledgerDate())
            .with("amount", Kind.amount(), told -> told.finding().amount().minor())
            .with(
                    "currency",
                    Kind.text(3),
                    told -> told.finding().amount().currency().getCurrencyCode())
            .maybe("settlement_entry_id", Kind.id(), told -> told.placed().settlementEntryId())
            .maybe("sale_id", Kind.id(), told -> told.finding().sale())
            .maybe("journal_entry_id", Kind.id(), told -> told.placed().booked().map(Place::entryId))
            .with("found_at", Kind.moment(), told -> told.stored().foundAt())
            .maybe("closed_at", Kind.moment(), told -> told.stored().closedAt());

    private final ListFindings listFindings;

    public FindingApi(ListFindings listFindings) {
        this.listFindings = listFindings;
    }

    public List<Route> routes() {
        return List.of(Route.get("/api/v2/findings")
                .toReaders()
                .ofClient()
                .lists(FINDING)
                .says("What an accountant should see of one client account: what happened, where, and what to do.")
                .by(this::list));
    }

    private Reply list(Request request) {
        Paged paged = Paged.of(request);
        Found found = listFindings.run(request.client(), true, paged.offset(), Math.toIntExact(paged.perPage()));
        return Reply.json(paged.envelope(found.count(), found.page(), placed -> FINDING.json(told(placed, request))));
    }

    private static Told told(PlacedFinding placed, Request request) {
        return new Told(placed, FindingText.of(placed.stored().finding(), request.texts(), request.formats()));
    }
}
