package no.avstemt.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.avstemt.application.access.Language;
import no.avstemt.domain.report.Cell.Fact;
import no.avstemt.domain.report.Cell.Facts;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;
import org.junit.jupiter.api.Test;

final class FactWordsTest {

    /** Field and value as stored, and both as a Norwegian and an English reader sees them. */
    private static final String TABLE = """
            start_date         | 2026-02-14        | Startdato: 14.02.2026                     | Start date: 14 Feb 2026
            vat_to             |                   | Mva-registrert til: –                     | VAT-registered until: –
            vat_registered     | true              | Mva-registrert: ja                        | VAT-registered: yes
            vat_term           | YEAR              | Mva-melding: melding én gang i året       | VAT return: reporting once a year
            fiscal_year_start  | 7                 | Regnskapsåret begynner i: juli            | The fiscal year begins in: July
            state              | closed            | Status: Lukket                            | State: Closed
            account_role       | SALES_HIGH        | Kontorolle: Salg, høy sats                | Account role: Sales, high rate
            types              | project, nonsense | Obligatoriske dimensjoner: Prosjekt, nonsense | Mandatory dimensions: Project, nonsense
            line 2             | 3000 -1234.50, 3  | Linje 2: 3000 −1_234,50, 3                | Line 2: 3000 −1,234.50, 3
            numbers 2026       | 4–9               | Posteringsnumre i 2026: 4–9                   | Entry numbers in 2026: 4–9
            2026-02-14         | 11.50             | 14.02.2026: 11.50                         | 14 Feb 2026: 11.50
            description        | true              | Tekst: true                               | Description: true
            NO:57860           | Kafé, VIPPS       | NO:57860: Kafé, VIPPS                     | NO:57860: Kafé, VIPPS
            sales_unit NO:57860 | Kafé             | Salgsenhet NO:57860: Kafé                 | Sales unit NO:57860: Kafé
            booked_from NO:57860 | ELSEWHERE       | Salg bokføres fra NO:57860: kasse, nettbutikk eller fakturasystem         | Sales booked from NO:57860: till, web shop or invoicing system
            """;

    private static String told(Language language, Fact... facts) {
        return new FactWords(Texts.in(language), Formats.in(language)).text(new Facts(List.of(facts)));
    }

    @Test
    void fields_and_values_are_said_in_the_words_of_the_reader() {
        for (String row : TABLE.lines().toList()) {
            String[] cells = row.split("\\|");
            Fact fact = new Fact(cells[0].strip(), cells[1].strip());

            assertEquals(cells[2].strip().replace('_', '\u00A0'), told(Language.NORWEGIAN, fact));
            assertEquals(cells[3].strip(), told(Language.ENGLISH, fact));
        }
        assertEquals(
                "Navn: A; Aktiv: nei", told(Language.NORWEGIAN, new Fact("name", "A"), new Fact("active", "false")));
    }

    /** What is recorded is put into a map called told, facts or after. */
    @Test
    void every_field_that_is_recorded_has_its_name() throws IOException {
        Pattern put = Pattern.compile("(?:told|facts|after)\\.put\\(\\s*\"([a-z_0-9]+) ?\"");
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("../application/src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file));
            }
        }
        Set<String> recorded = new TreeSet<>();
        sources.stream()
                .filter(source -> source.contains("Map<String, String>"))
                .forEach(source -> put.matcher(source).results().forEach(found -> recorded.add(found.group(1))));

        assertFalse(recorded.isEmpty());
        recorded.removeIf(name -> Texts.in(Language.NORWEGIAN).has("history.field." + name));
        assertEquals(Set.of(), recorded);
    }
}
