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
            state | held | status: Holdt | state: Held
        vat_registered | true | mva-registrert: ja | VAT registered: yes
        vat_to | '' | mva-registrert til og med: – | VAT registered to: –
        choice | LOSS | valg: tap | choice: loss
        line 2 | 3000 -12500.00, 3 | linje 2: 3000 −12~500,00, 3 | line 2: 3000 −12,500.00, 3
        sales_unit api:8 | Fjordgarn | salgsenhet api:8: Fjordgarn | sales unit api:8: Fjordgarn
            booked_from api:8 | VIPPS | salg bokføres fra api:8: salgene i Vipps | sales booked from api:8: Vipps's sales
            api:873412 | Kept before | api:873412: Kept before | api:873412: Kept before
        2026-03-02 | 105.17 / 100 | 02.03.2026: 105,17 / 100 | 2 Mar 2026: 105.17 / 100
        """)
    void what_was_changed_is_told_in_the_readers_words(String name, String value, String norwegian, String english) {
        assertEquals(norwegian.replace('~', '\u00a0'), told(Language.NORWEGIAN, name, value));
        assertEquals(english, told(Language.ENGLISH, name, value));
    }

    private static String told(Language language, String name, String value) {
        return new FactWords(Texts.in(language), Formats.in(language)).told(List.of(new Cell.Fact(name, value)));
    }
}
