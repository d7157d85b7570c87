package no.avstemt.web.finding;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.avstemt.application.finding.FindingStore.Place;
import no.avstemt.application.finding.FindingStore.PlacedFinding;
import no.avstemt.application.finding.FindingStore.StoredFinding;
import no.avstemt.application.finding.ListFindings;
import no.avstemt.application.finding.ListFindings.Found;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.money.Money;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;

/** {@code GET /api/v2/findings}: open ones first, then those whose cause is gone. */
public final class FindingApi {

    private final ListFindings listFindings;

    public FindingApi(ListFindings listFindings) {
        this.listFindings = listFindings;
    }

    public List<Route> routes() {
        return List.of(Route.get("/api/v2/findings")
                .toReaders()
                .ofClient()
                .takes(Paged.PAGE, Paged.PER_PAGE)
                .answers(RouteDraft.JSON)
                .says("What an accountant should see of one client account: what happened, where, and what to do.")
                .by(this::list));
    }

    private Reply list(Request request) {
        Paged paged = Paged.of(request);
        Found found = listFindings.run(request.client(), true, paged.offset(), Math.toIntExact(paged.perPage()));
        return Reply.json(paged.envelope(found.count(), found.page(), placed -> finding(placed, request)));
    }

    private static Map<String, Object> finding(PlacedFinding placed, Request request) {
        StoredFinding stored = placed.stored();
        Finding finding = stored.finding();
        FindingText text = FindingText.of(finding, request.texts(), request.formats());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", stored.id());
        shown.put("code", finding.code().number());
        shown.put("title", text.title());
        shown.put("text", text.happened());
        shown.put("what_to_do", text.todo());
        shown.put("ledger_id", finding.ledger().value());
        shown.put("ledger_date", finding.ledgerDate().toString());
        shown.put("amount", amount(finding.amount()));
        shown.put("currency", finding.amount().currency().getCurrencyCode());
        shown.put("settlement_entry_id", placed.settlementEntryId().orElse(null));
        shown.put("sale_id", finding.sale().orElse(null));
        shown.put("journal_entry_id", placed.booked().map(Place::entryId).orElse(null));
        shown.put("found_at", stored.foundAt().toString());
        shown.put("closed_at", stored.closedAt().map(Instant::toString).orElse(null));
        return shown;
    }

    private static BigDecimal amount(Money amount) {
        return BigDecimal.valueOf(amount.minor(), 2);
    }
}
