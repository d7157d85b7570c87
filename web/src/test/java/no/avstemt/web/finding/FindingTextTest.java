package no.avstemt.web.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.avstemt.application.access.Language;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.EntryField;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.RowDifference;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;
import org.junit.jupiter.api.Test;

final class FindingTextTest {

    @Test
    void a_changed_amount_is_told_with_both_values() {
        Map<String, String> facts = Map.of(
                "topic", "funds",
                "type", "capture",
                "psp", "41200777001",
                "difference", "changed",
                "fields", "amount",
                "ours.amount", "1234500",
                "theirs.amount", "1234501");

        assertEquals(
                "Rapporten fra Vipps for 04.05.2026, ledger 418207, midler, er ulik det vi hentet før. "
                        + "Beløpet på «capture 41200777001» er 12\u00A0345,00 hos oss og 12\u00A0345,01 i rapporten.",
                happened(Language.NORWEGIAN, facts));
        assertEquals(
                "Vipps’s report of 4 May 2026, ledger 418207, funds, is not what we fetched before. "
                        + "The amount of “capture 41200777001” is 12,345.00 with us and 12,345.01 in the report.",
                happened(Language.ENGLISH, facts));
    }

    @Test
    void every_difference_and_every_field_has_its_words() {
        List<String> kinds = new ArrayList<>(List.of("stored", "stored-many", "many", "fewer"));
        Arrays.stream(RowDifference.Kind.values()).map(RowDifference.Kind::word).forEach(kinds::add);
        Map<String, String> facts = new HashMap<>(Map.of("topic", "sales", "ours", "3", "theirs", "2"));
        List<String> fields =
                Arrays.stream(EntryField.values()).map(EntryField::word).toList();
        facts.put("fields", String.join(",", fields));
        fields.forEach(field -> {
            facts.put("ours." + field, "1");
            facts.put("theirs." + field, "2");
        });

        for (Language language : Language.values()) {
            for (String kind : kinds) {
                facts.put("difference", kind);
                assertFalse(happened(language, facts).contains("{"), kind);
            }
        }
    }

    private static String happened(Language language, Map<String, String> facts) {
        Finding finding = new Finding(
                FindingCode.REPORT_DIFFERS,
                new LedgerId("418207"),
                LocalDate.of(2026, 5, 4),
                "subject",
                Money.ofOre(1),
                facts);
        return FindingText.of(finding, Texts.in(language), Formats.in(language)).happened();
    }
}
