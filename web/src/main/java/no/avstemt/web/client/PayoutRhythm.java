package no.avstemt.web.client;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.client.ClientReads.PaidOut;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/**
 * When payouts come, as far as the latest ones tell: the same number of days between each of them. No day is promised;
 * Vipps decides.
 */
final class PayoutRhythm {

    private static final int GAPS = 4;

    private PayoutRhythm() {}

    /** @param payouts latest first, at least one of them not aborted */
    static String of(List<PaidOut> payouts, Texts texts, Formats formats) {
        List<PaidOut> paid = payouts.stream().filter(row -> !row.isAborted()).toList();
        PaidOut latest = paid.get(0);
        String date = formats.date(latest.ledgerDate());
        return daysBetween(dates(paid, latest.ledger()))
                .map(days -> days == 1
                        ? texts.get("client.payoutDaily", date)
                        : texts.get("client.payoutEvery", date, Long.toString(days)))
                .orElse(date);
    }

    private static List<LocalDate> dates(List<PaidOut> paid, LedgerId ledger) {
        return paid.stream()
                .filter(row -> row.ledger().equals(ledger))
                .map(PaidOut::ledgerDate)
                .distinct()
                .limit(GAPS + 1L)
                .toList();
    }

    /** What most of the gaps are; none where they differ, or are too few. */
    private static Optional<Long> daysBetween(List<LocalDate> latestFirst) {
        if (latestFirst.size() <= GAPS) {
            return Optional.empty();
        }
        Map<Long, Integer> gaps = new HashMap<>();
        for (int i = 1; i < latestFirst.size(); i++) {
            gaps.merge(ChronoUnit.DAYS.between(latestFirst.get(i), latestFirst.get(i - 1)), 1, Integer::sum);
        }
        return gaps.entrySet().stream()
                .filter(gap -> gap.getValue() >= GAPS - 1)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
