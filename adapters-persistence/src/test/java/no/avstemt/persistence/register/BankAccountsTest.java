package no.avstemt.persistence.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.register.KeepRegister;
import no.avstemt.application.register.KeepRegister.Kept;
import no.avstemt.application.register.Objection;
import no.avstemt.application.register.Objection.Reason;
import no.avstemt.application.register.Register.Search;
import no.avstemt.application.register.Register.Stored;
import no.avstemt.application.register.RegisterKinds;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.register.BankAccount;
import no.avstemt.domain.register.Iban;
import no.avstemt.domain.register.Label;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BankAccountsTest {

    private static final Actor KARI = Actor.system("Kari");

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static int next = 600_000;

    private final LedgerId ledger = new LedgerId(Integer.toString(next++));
    private ClientAccountId client = new ClientAccountId(1);

    @BeforeEach
    void a_client() {
        client = BOOKS.client("Kaffebaren Nord AS", ledger);
    }

    @Test
    void a_ledger_at_vipps_is_a_bank_account_that_keeps_its_number() {
        Stored<BankAccount> own = banks().page(client, Search.ALL, 0, 10).page().get(0);
        assertEquals(ledger.value(), own.thing().label().number());
        assertTrue(own.thing().ledger());
        assertFalse(own.thing().isDoubtful());

        assertRefused(Reason.NUMBER_STAYS, banks().change(client, KARI, own.id(), bank("1", Optional.empty())));
        assertRefused(Reason.IN_USE, banks().remove(client, KARI, own.id()));
    }

    @Test
    void a_bank_account_stands_on_an_account_of_the_chart() {
        AccountCode operating = new AccountCode("1920");
        BankAccount account = bank("12345678903", Optional.of(operating));

        assertEquals(
                account,
                banks().add(client, KARI, account).stored().orElseThrow().thing());
        assertRefused(
                Reason.UNKNOWN_ACCOUNT,
                banks().add(client, KARI, bank("98765432100", Optional.of(new AccountCode("1929")))));
    }

    @Test
    void no_money_stands_on_an_account_of_the_result() {
        BankAccount onCosts = bank("12345678903", Optional.of(new AccountCode("7770")));

        assertRefused(Reason.ACCOUNT_OF_RESULT, banks().add(client, KARI, onCosts));
        long id = banks().add(client, KARI, bank("12345678903", Optional.of(new AccountCode("2380"))))
                .stored()
                .orElseThrow()
                .id();
        assertRefused(Reason.ACCOUNT_OF_RESULT, banks().change(client, KARI, id, onCosts));
    }

    private static BankAccount bank(String number, Optional<AccountCode> account) {
        return new BankAccount(
                new Label(number, "Driftskonto", true),
                Iban.parse("NO9386011117947"),
                Currency.getInstance("NOK"),
                account,
                false);
    }

    private static void assertRefused(Reason reason, Kept<?> kept) {
        assertEquals(Optional.of(reason), kept.objection().map(Objection::reason));
        assertEquals(Optional.empty(), kept.stored());
    }

    private static KeepRegister<BankAccount> banks() {
        return new KeepRegister<>(
                BOOKS.unit(), RegisterKinds.BANK_ACCOUNTS, Clock.fixed(GivenBooks.NOW, ZoneOffset.UTC));
    }
}
