package no.avstemt.application.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.sale.OrderCapture;
import no.avstemt.domain.sale.OrderMoney;
import no.avstemt.domain.settlement.EntryKey;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;

/** Settlement entries, only ever added. */
public interface SettlementStore {

    /**
     * Stores what is new, in the order given, after the last position of its topic; known rows are left alone.
     *
     * @param page of one ledger and topic
     * @param lastPosition position of the last row stored before
     * @return how many were new
     */
    int addNew(ClientAccountId client, List<EntryPage.Fetched> page, long lastPosition);

    /**
     * The same for rows that the feed passed over.
     *
     * @param places where each belongs among the rows of its date
     */
    int addPassedOver(
            ClientAccountId client, List<EntryPage.Fetched> rows, Map<EntryKey, BigDecimal> places, long lastPosition);

    /** Entries of these ledger dates: by date, funds before fees, as Vipps gave them. */
    List<StoredEntry> entries(ClientAccountId client, LedgerId ledger, Period dates);

    /** How many entries there are on each ledger date of the period that has any, earliest first. */
    List<DateCount> count(ClientAccountId client, LedgerId ledger, Period dates);

    /** Queues what was stored after this position for dates of the period, which are booked already. */
    void queueLate(ClientAccountId client, LedgerId ledger, Topic topic, Period booked, long afterPosition);

    /** Takes what is queued off the queue: by date, funds before fees, as Vipps gave them. */
    List<StoredEntry> takeLate(ClientAccountId client, LedgerId ledger);

    /** Puts back on the queue what was taken off it in this transaction and cannot be booked yet. */
    void putBackLate(ClientAccountId client, LedgerId ledger, Collection<Long> entries);

    /** Queues the captures and refunds in the ledger's currency of these transactions and orders that are booked. */
    void queueLateSales(ClientAccountId client, LedgerId ledger, Set<String> pspReferences, Set<String> references);

    /** Queues the captures and refunds in the ledger's currency of this sales unit that are booked. */
    void queueUnit(ClientAccountId client, LedgerId ledger, SalesUnit unit);

    /** Takes what is queued off the queue, by ledger date, with what each is booked against. */
    List<BookedEntry> takeLateSales(ClientAccountId client, LedgerId ledger);

    /** @param generation of its last booking */
    record BookedEntry(StoredEntry stored, int generation, List<Part> counterparts) {

        /** @param amount øre in ledger sign, in sum of all bookings */
        public record Part(AccountCode account, Optional<String> taxCode, long amount) {}
    }

    /** @param entries of both topics */
    record DateCount(LocalDate ledgerDate, long entries) {}

    /** What the ledger has captured of these orders, by ledger date. */
    List<OrderCapture> capturesOf(ClientAccountId client, LedgerId ledger, Set<String> references);

    /**
     * The captures and refunds in kroner of these orders, in Vipps's order.
     *
     * @param cardAcquirer the account that the sales of cards outside the ledger are booked against
     */
    List<OrderMoney> moneyOf(ClientAccountId client, LedgerId ledger, Set<String> references, AccountCode cardAcquirer);

    /** The latest ledger date of a capture with each of these; those that no capture has are left out. */
    Map<String, LocalDate> capturedOn(ClientAccountId client, LedgerId ledger, Set<String> pspReferences);

    /** Vipps's own figures per ledger date of the range, earliest first; dates without entries are left out. */
    List<TopicDay> days(ClientAccountId client, LedgerId ledger, Topic topic, LocalDate first, LocalDate last);

    /** Vipps's balance after the last entry on or before the date. */
    Optional<Long> balanceAt(ClientAccountId client, LedgerId ledger, Topic topic, LocalDate date);

    /** Vipps's balance when the date begins: before its first entry, or the first after it; else after the last. */
    Optional<Long> openingAt(ClientAccountId client, LedgerId ledger, Topic topic, LocalDate date);

    /** Sum of the payouts of these ledger dates, less those aborted; signed as the entries. */
    long payouts(ClientAccountId client, LedgerId ledger, Period dates);

    /** Rows that do not start at the balance where the row before ended, or do not end where their amount leads. The
     * first row of a topic has none before it. */
    List<ChainBreak> chainBreaks(ClientAccountId client, LedgerId ledger, Topic topic, LocalDate first, LocalDate last);

    /**
     * @param opening balance before the first entry of the date
     * @param closing balance after the last
     * @param amounts sum of the entries' amounts
     */
    record TopicDay(LocalDate ledgerDate, long opening, long closing, long amounts, long entries) {}

    /**
     * @param expected where the row should end: the balance where the row before ended, and its own amount
     * @param found where it ends
     */
    record ChainBreak(StoredEntry entry, long expected, long found) {

        public long gap() {
            return Math.subtractExact(found, expected);
        }
    }
}
