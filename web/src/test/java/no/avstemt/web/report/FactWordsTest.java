package no.avstemt.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import no.avstemt.application.access.Language;
import no.avstemt.domain.report.Cell;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FactWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        start_date | 2026-10-13 | startdato: 13.10.2026 | start date: 13 Oct 2026
        state | closed | status: Lukket | state: Closed
        granularity | PER_PAYOUT | postering fra Vipps: Én postering per utbetaling | journal entry from Vipps: One entry per payout
        vat_registered | true | mva-registrert: ja | VAT registered: yes
        vat_to | '' | mva-registrert til og med: – | VAT registered to: –
        choice | LOSS | valg: tap | choice: loss
        line 2 | 3000 1.00, 3 | linje 2: 3000 1.00, 3 | line 2: 3000 1.00, 3
        api:873412 | Fjordgarn, VIPPS | api:873412: Fjordgarn, VIPPS | api:873412: Fjordgarn, VIPPS
        2026-03-02 | 11.7475 | 02.03.2026: 11.7475 | 2 Mar 2026: 11.7475
        """)
    void what_was_changed_is_told_in_the_readers_words(String name, String value, String norwegian, String english) {
        assertEquals(norwegian, told(Language.NORWEGIAN, name, value));
        assertEquals(english, told(Language.ENGLISH, name, value));
    }

    private static String told(Language language, String name, String value) {
        return new FactWords(Texts.in(language), Formats.in(language)).told(List.of(new Cell.Fact(name, value)));
    }
}
