package no.avstemt.application.settlement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.StoredSale;
import no.avstemt.domain.settlement.EntryKey;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.domain.time.Period;

/** Which dates of a ledger were compared with Vipps's report of them, and which are to be asked for again. */
public interface DateCheckStore {

    /** The date of the first settlement entry of either topic. */
    Optional<LocalDate> firstDate(ClientAccountId client, LedgerId ledger);

    /**
     * Dates to ask for now: those never asked for, earliest first, then those that have waited longest.
     *
     * @param dates of each stream that can be compared
     */
    List<Due> due(ClientAccountId client, LedgerId ledger, Map<Stream, Period> dates, Instant now, int limit);

    void save(ClientAccountId client, LedgerId ledger, Due asked, Answer answer);

    /** Dates that were compared are to be compared again, because rows of them came. */
    void reopen(ClientAccountId client, LedgerId ledger, Stream stream, Period dates, Instant now);

    /**
     * Remembers that rows of a date were stored from its report: they stand after this position with us, whatever their
     * place in the report.
     */
    void passedOver(
            ClientAccountId client, LedgerId ledger, Topic topic, LocalDate date, long afterPosition, Instant now);

    /** The position after which the rows of a date are from its report; none where all came by the feed. */
    Optional<Long> passedOverAfter(ClientAccountId client, LedgerId ledger, Topic topic, LocalDate date);

    /** Of the streams of which anything was asked. */
    Map<Stream, Progress> progress(ClientAccountId client, LedgerId ledger);

    /** The rows of a date after this position, as Vipps gave them. */
    List<Row> rows(ClientAccountId client, LedgerId ledger, Topic topic, LocalDate date, long afterPosition, int limit);

    /** Which of these keys, of entries of one ledger date, are stored. */
    Set<EntryKey> stored(ClientAccountId client, LocalDate date, Collection<EntryKey> keys);

    /** Where those of these entries of one ledger date that are stored stand among the rows of the date. */
    Map<EntryKey, BigDecimal> places(ClientAccountId client, LocalDate date, Collection<EntryKey> keys);

    /** The same sales as they are stored, by key, in this order. */
    List<Optional<StoredSale>> stored(ClientAccountId client, List<Sale> told);

    /** What is stored of the sales from this moment on, until before the other. */
    Sum sales(ClientAccountId client, LedgerId ledger, Instant from, Instant until);

    enum State {
        /** Vipps has not closed the date. */
        OPEN,
        /** It has, and the report is not what we have. */
        DIFFERS,
        VERIFIED
    }

    /** @param times how often it was asked for before */
    record Due(Stream stream, LocalDate date, int times) {}

    /**
     * @param rows of the report
     * @param again when to ask the next time; none when that is not needed
     */
    record Answer(State state, long rows, Instant askedAt, Optional<Instant> again) {}

    /**
     * @param verifiedTo the latest date whose report agrees
     * @param openDates how many of those asked for Vipps has not closed
     */
    record Progress(Optional<LocalDate> verifiedTo, long openDates) {}

    record Row(long position, SettlementEntry entry) {}

    /** @param amount minor units, refunds negative */
    record Sum(long count, long amount) {}
}
