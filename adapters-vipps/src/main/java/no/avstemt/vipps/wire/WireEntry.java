package no.avstemt.vipps.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.settlement.EntryPage;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.Topic;

/**
 * One row of the Report API, funds or fees (vipps-apis.md 3.5).
 *
 * @param raw the row's own JSON, personal data cut out, all else kept
 * @param personal what was cut out that tells who paid, where it was asked for and given
 */
record WireEntry(
        String entryType,
        Instant time,
        LocalDate ledgerDate,
        Currency currency,
        long amount,
        long balanceBefore,
        long balanceAfter,
        Optional<String> pspReference,
        Optional<String> reference,
        Optional<String> recipientHandle,
        String raw,
        Optional<String> personal) {

    private static final Set<String> PERSONAL = Set.of("name", "maskedPhoneNo", "message", "customer");

    /** What tells who paid (vipps-apis.md 3.5). */
    private static final Set<String> OF_PAYER = Set.of("name", "maskedPhoneNo", "message");

    /** @param asked the date that was asked for; rows of a date's report have come without their own */
    static WireEntry of(Fields fields, Optional<LocalDate> asked) {
        Optional<String> personal = Json.only(fields.node(), OF_PAYER);
        return new WireEntry(
                fields.requiredText("entryType"),
                fields.requiredMoment("time"),
                fields.day("ledgerDate").or(() -> asked).orElseThrow(() -> fields.missing("ledgerDate")),
                fields.requiredCurrency("currency"),
                fields.requiredWhole("amount"),
                fields.requiredWhole("balanceBefore"),
                fields.requiredWhole("balanceAfter"),
                fields.text("pspReference"),
                fields.text("reference"),
                fields.text("recipientHandle"),
                withoutPersonalData(fields),
                personal);
    }

    private static String withoutPersonalData(Fields fields) {
        Json.cut(fields.node(), PERSONAL);
        return Json.write(fields.node());
    }

    EntryPage.Fetched toDomain(LedgerId ledger, Topic topic) {
        return new EntryPage.Fetched(
                new SettlementEntry(
                        ledger,
                        topic,
                        entryType,
                        ledgerDate,
                        time,
                        new Money(amount, currency),
                        balanceBefore,
                        balanceAfter,
                        pspReference,
                        reference,
                        recipientHandle),
                raw,
                personal);
    }
}
