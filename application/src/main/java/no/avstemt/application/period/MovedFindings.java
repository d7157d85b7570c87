package no.avstemt.application.period;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Period;

/** Findings of what a closed month moved have been seen when the month that got it is closed in its turn. */
final class MovedFindings {

    private final Stores stores;
    private final ClientAccountId client;

    MovedFindings(Stores stores, ClientAccountId client) {
        this.stores = stores;
        this.client = client;
    }

    void seen(List<YearMonth> closing, Instant at) {
        List<Finding> moved = stores.findings().of(client, false).stream()
                .map(stored -> stored.finding())
                .filter(finding -> finding.code() == FindingCode.MOVED_FROM_CLOSED_MONTH)
                .toList();
        moved.stream()
                .filter(finding -> closing.contains(postedIn(finding)))
                .map(Finding::ledger)
                .distinct()
                .forEach(ledger -> close(ledger, moved, closing, at));
    }

    private void close(LedgerId ledger, List<Finding> moved, List<YearMonth> closing, Instant at) {
        Set<String> left = moved.stream()
                .filter(finding -> finding.ledger().equals(ledger) && !closing.contains(postedIn(finding)))
                .map(Finding::subject)
                .collect(Collectors.toSet());
        stores.findings().closeAllBut(client, ledger, FindingCode.MOVED_FROM_CLOSED_MONTH, Period.EVER, left, at);
    }

    private static YearMonth postedIn(Finding finding) {
        return YearMonth.from(LocalDate.parse(
                finding.facts().getOrDefault("posted", finding.ledgerDate().toString())));
    }
}
