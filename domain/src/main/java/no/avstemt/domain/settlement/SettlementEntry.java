package no.avstemt.domain.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import no.avstemt.domain.money.Money;

/**
 * One row of a Vipps ledger topic, as Vipps gave it.
 *
 * @param vippsType the type in Vipps's own word, kept also where it is unrecognised
 * @param ledgerDate from Vipps; settlement rows of a date are stamped after midnight of the next day
 * @param amount how the topic's balance moves, signed
 */
public record SettlementEntry(
        LedgerId ledger,
        Topic topic,
        String vippsType,
        LocalDate ledgerDate,
        Instant time,
        Money amount,
        long balanceBefore,
        long balanceAfter,
        Optional<String> pspReference,
        Optional<String> reference,
        Optional<String> recipientHandle) {

    public EntryType type() {
        return EntryType.of(topic, vippsType);
    }

    /** What makes this row the same row however often and in whatever generation of the API it is fetched. */
    public EntryKey key() {
        return EntryKey.of(this);
    }

    /** The payout's number: the digits after the last dash, since its prefix came and went (vipps-apis.md 5.3). */
    public Optional<String> payoutNumber() {
        return pspReference.map(psp -> psp.substring(psp.lastIndexOf('-') + 1));
    }
}
