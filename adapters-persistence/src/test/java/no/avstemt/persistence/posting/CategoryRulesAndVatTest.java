package no.avstemt.persistence.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.posting.EditTerms;
import no.avstemt.application.posting.TermsRefused;
import no.avstemt.application.posting.TermsRefused.Reason;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.posting.CategoryRule;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Which tax codes a rule of what is sold can have. In the VAT register from the fifteenth. */
final class CategoryRulesAndVatTest {

    private static final Actor KARI = new Actor(Optional.empty(), "Kari Nordmann");
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 15);

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final EditTerms terms = new EditTerms(BOOKS.unit(), Clock.fixed(GivenBooks.NOW, ZoneOffset.UTC));
    private final ClientAccountId client = BOOKS.client("Ny i registeret");

    private void register(VatRegistration vat) {
        ClientAccount account = GivenBooks.account(client, "Ny i registeret");
        BOOKS.change(
                client,
                stores -> stores.clients()
                        .change(new ClientAccount(
                                client,
                                account.name(),
                                account.organisationNumber(),
                                account.language(),
                                account.startDate(),
                                vat)));
    }

    private static CategoryRule rule(String account, String code, LocalDate from, Optional<LocalDate> to) {
        return new CategoryRule("Kaffe", Optional.empty(), new AccountCode(account), TaxCode.of(code), from, to);
    }

    private List<String> refused(CategoryRule rule) {
        TermsRefused refused = assertThrows(TermsRefused.class, () -> terms.add(client, KARI, rule));
        return List.of(refused.reason().name(), String.join(" ", refused.facts()));
    }

    @Test
    void what_is_sold_is_not_booked_with_codes_of_purchases_import_or_reverse_charge() {
        for (String code : List.of("1", "13", "81", "85", "86", "87", "91")) {
            assertEquals(
                    List.of(Reason.TAX_OF_PURCHASE.name(), code), refused(rule("4300", code, FIRST, Optional.empty())));
        }
        terms.add(client, KARI, rule("4300", "0", FIRST, Optional.empty()));
    }

    @Test
    void output_vat_is_for_rules_that_begin_in_the_register() {
        register(new VatRegistration(true, Optional.of(FIRST), Optional.empty()));

        assertEquals(
                List.of(Reason.TAX_NEEDS_REGISTRATION.name(), "3 2026-02-14"),
                refused(rule("3000", "3", FIRST.minusDays(1), Optional.empty())));
        terms.add(client, KARI, rule("3100", "5", FIRST.minusDays(1), Optional.empty()));
        long id = terms.add(client, KARI, rule("3000", "3", FIRST, Optional.empty()));

        register(VatRegistration.NONE);
        terms.change(client, KARI, id, rule("3000", "3", FIRST, Optional.of(FIRST.plusDays(9))));
        assertEquals(
                List.of(Reason.TAX_NEEDS_REGISTRATION.name(), "33 2026-02-20"),
                refused(rule("3050", "33", FIRST.plusDays(5), Optional.empty())));
    }
}
