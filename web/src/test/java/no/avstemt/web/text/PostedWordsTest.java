package no.avstemt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import no.avstemt.domain.posting.LateSales.Cause;
import no.avstemt.domain.posting.PostedTexts;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;
import org.junit.jupiter.api.Test;

final class PostedWordsTest {

    private static final LedgerId LEDGER = new LedgerId("302321");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 14);

    private final PostedTexts norwegian = PostedWords.in("nb");
    private final PostedTexts english = PostedWords.in("en");

    @Test
    void days_are_written_as_the_language_of_the_books_writes_them() {
        assertEquals("Vipps oppgjør 14.02.2026, ledger 302321, midler", norwegian.entry(LEDGER, Topic.FUNDS, DAY));
        assertEquals("Vipps settlement 14 Feb 2026, ledger 302321, funds", english.entry(LEDGER, Topic.FUNDS, DAY));
        assertEquals("Salg betalt utenom Vipps 14.02.2026, ledger 302321", norwegian.sales(LEDGER, DAY));
        assertEquals(
                "Vipps oppgjør 14.02.2026 til 15.02.2026, ledger 302321, gebyr",
                norwegian.span(LEDGER, Topic.FEES, new Period(DAY, DAY.plusDays(1))));
        assertEquals(
                "Vipps 302321, 14.02.2026: salg som kom etter bokføringen", norwegian.late(Cause.SALE, LEDGER, DAY));
        assertEquals(
                "Vipps 302321, 14.02.2026: salgsenhet tatt i bruk etter bokføringen",
                norwegian.late(Cause.SALES_UNIT, LEDGER, DAY));
    }
}
