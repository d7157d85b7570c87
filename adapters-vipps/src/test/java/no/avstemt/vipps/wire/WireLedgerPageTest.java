package no.avstemt.vipps.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireLedgerPageTest {

    @Test
    void a_ledger_is_read_whole() {
        WireLedgerPage page = page("""
                {"items": [{"ledgerId": "418207", "currency": "NOK",
                   "payoutBankAccount": {"scheme": "BBAN:NO", "id": "90010012345"},
                   "owner": {"scheme": "business:NO:ORG", "id": "999888777"},
                   "settlesForRecipientHandles": ["NO:54321", "NO:54322"],
                   "salesUnits": [{"name": "Fjordbakeriet kiosk", "recipientHandle": "NO:54321",
                      "businessIdentifier": {"scheme": "business:NO:ORG", "id": "999888777"}}],
                   "firstPayout": null}],
                 "cursor": ""}""");

        assertEquals(
                List.of(new Ledger(
                        new LedgerId("418207"),
                        "NOK",
                        Optional.of("999888777"),
                        Optional.of("90010012345"),
                        List.of(
                                new Ledger.Unit("NO:54321", "Fjordbakeriet kiosk"),
                                new Ledger.Unit("NO:54322", "NO:54322")))),
                page.ledgers());
        assertEquals(Optional.empty(), page.cursor());
    }

    @ParameterizedTest
    @CsvSource({"BBAN:NO, NOK", "BBAN:DK, DKK", "BBAN:FI, EUR", "IBAN:DK:X, DKK"})
    void a_ledger_of_before_currencies_were_told_has_its_countrys(String scheme, String currency) {
        WireLedgerPage page = page("{\"items\": [{\"ledgerId\": 418207, \"owner\": null,"
                + " \"payoutBankAccount\": {\"scheme\": \"" + scheme + "\", \"id\": \"1\"}}], \"cursor\": \"Mg==\"}");

        assertEquals(currency, page.ledgers().get(0).currency());
        assertEquals(List.of(), page.ledgers().get(0).units());
        assertEquals(Optional.of("Mg=="), page.cursor());
    }

    @Test
    void a_ledger_without_an_id_is_unreadable() {
        assertEquals(
                "the field items[0].ledgerId is missing",
                assertThrows(UnreadableAnswer.class, () -> page("{\"items\": [{}]}"))
                        .getMessage());
    }

    private static WireLedgerPage page(String body) {
        return WireLedgerPage.of(body.getBytes(UTF_8));
    }
}
