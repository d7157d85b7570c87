package no.avstemt.web.finding;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.avstemt.application.finding.FindingStore.StoredFinding;
import no.avstemt.application.finding.ListFindings;
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
                .by(request -> Reply.json(Paged.of(request)
                        .envelope(listFindings.run(request.client()), stored -> finding(stored, request)))));
    }

    private static Map<String, Object> finding(StoredFinding stored, Request request) {
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
        shown.put("found_at", stored.foundAt().toString());
        shown.put("closed_at", stored.closedAt().map(Instant::toString).orElse(null));
        return shown;
    }

    private static BigDecimal amount(Money amount) {
        return BigDecimal.valueOf(amount.minor(), 2);
    }
}
