package no.avstemt.application.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.report.Books.Company;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.domain.time.VatTerm;
import org.junit.jupiter.api.Test;

class ReportQueryTest {

    private static final ReportQuery YEAR = ReportQuery.of(new ClientAccountId(7), "nb")
            .with(Parameters.DATE_FROM, LocalDate.of(2026, 1, 1))
            .with(Parameters.DATE_TO, LocalDate.of(2026, 12, 31));
    private static final Company COMPANY =
            new Company("Kaffebaren Nord AS", new OrgNumber("918713867"), new FiscalYear(1), VatTerm.TWO_MONTHS);
    private static final BooksVersion BOOKS = new BooksVersion(1, 42, "ab".repeat(32));

    @Test
    void what_is_left_out_stands_at_its_default() {
        assertEquals(true, YEAR.get(Parameters.INCLUDE_ZERO_MOVEMENT));
        assertEquals(Set.of(), YEAR.get(Parameters.ACCOUNT_CODES));
        assertThrows(
                IllegalArgumentException.class,
                () -> ReportQuery.of(new ClientAccountId(7), "nb").get(Parameters.DATE_FROM));
    }

    @Test
    void dimensions_are_any_value_within_a_type_and_every_type_that_is_named() {
        DimensionFilter filter =
                DimensionFilter.parse("project:12, project:9,bankacc:1").orElseThrow();

        assertEquals(
                Map.of(DimensionType.PROJECT, Set.of(9L, 12L), DimensionType.BANKACC, Set.of(1L)), filter.values());
        assertEquals("bankacc:1,project:9,project:12", filter.toString());
        for (String wrong :
                new String[] {"", "project", "project:", "colour:1", "project:-1", "project:1,", "project:x"}) {
            assertEquals(Optional.empty(), DimensionFilter.parse(wrong), wrong);
        }
    }

    @Test
    void a_search_is_composed_stripped_and_three_letters_at_least() {
        assertEquals(
                Optional.of(Optional.of("\u00e5l i")),
                Parameters.FREE_TEXT.parse().apply(" a\u030al i "));
        assertEquals(Optional.empty(), Parameters.FREE_TEXT.parse().apply("ab "));
        assertEquals(Optional.empty(), Parameters.FREE_TEXT.parse().apply("a\u0000bc"));
    }

    @Test
    void equal_questions_about_equal_books_have_the_same_seal_and_no_others() {
        ReportQuery codes = YEAR.with(Parameters.ACCOUNT_CODES, Set.of("3000", "1577"));
        Seal seal = seal(codes, BOOKS);

        assertEquals(seal, seal(new ReportQuery(codes.client(), "en", codes.given()), BOOKS));
        assertEquals(seal, seal(codes.with(Parameters.INCLUDE_DIMENSIONS, true), BOOKS));
        assertEquals(
                seal,
                seal(
                        new ReportQuery(
                                codes.client(),
                                "nb",
                                Map.of(
                                        "date_from",
                                        "2026-01-01",
                                        "date_to",
                                        "2026-12-31",
                                        "account_codes",
                                        "3000,1577")),
                        BOOKS));
        assertNotEquals(seal, seal(YEAR, BOOKS));
        assertNotEquals(seal, seal(codes.with(Parameters.FREE_TEXT, Optional.of("kaffe")), BOOKS));
        assertNotEquals(seal, seal(codes, new BooksVersion(2, 42, BOOKS.chainHash())));
        assertNotEquals(seal, seal(codes, new BooksVersion(1, 42, "cd".repeat(32))));
        assertNotEquals(seal, seal(new ReportQuery(new ClientAccountId(8), "nb", codes.given()), BOOKS));
    }

    @Test
    void what_is_said_of_the_client_is_sealed_and_what_counting_begins_with() {
        Seal seal = seal(YEAR, BOOKS);
        OrgNumber number = COMPANY.organisationNumber();

        for (Company other : List.of(
                new Company("Kaffebaren Sør AS", number, COMPANY.fiscalYear(), COMPANY.vatTerm()),
                new Company(COMPANY.name(), new OrgNumber("974760673"), COMPANY.fiscalYear(), COMPANY.vatTerm()),
                new Company(COMPANY.name(), number, new FiscalYear(7), COMPANY.vatTerm()),
                new Company(COMPANY.name(), number, COMPANY.fiscalYear(), VatTerm.YEAR))) {
            assertNotEquals(seal, Seal.of(Reports.TRIAL_BALANCE, YEAR, other, BOOKS), other.toString());
        }
    }

    private static Seal seal(ReportQuery query, BooksVersion books) {
        return Seal.of(Reports.TRIAL_BALANCE, query, COMPANY, books);
    }
}
