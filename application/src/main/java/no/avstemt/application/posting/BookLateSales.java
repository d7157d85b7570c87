package no.avstemt.application.posting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.application.settlement.SettlementStore.BookedEntry;
import no.avstemt.application.settlement.SettlementStore.BookedEntry.Part;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.posting.Batch;
import no.avstemt.domain.posting.Batches;
import no.avstemt.domain.posting.BookedDay;
import no.avstemt.domain.posting.LateSales;
import no.avstemt.domain.posting.LateSales.Standing;
import no.avstemt.domain.posting.LedgerBooks;
import no.avstemt.domain.posting.SalesOfEntries;
import no.avstemt.domain.posting.Share;

/** Books captures and refunds anew whose sale came, or whose sales unit was taken into use, after they were booked. */
final class BookLateSales {

    private final LedgerBooks books;
    private final AccountCode suspense;
    private final Set<AccountCode> notSold;

    BookLateSales(LedgerBooks books) {
        this.books = books;
        suspense = books.chart().account(AccountRole.SUSPENSE);
        notSold = Stream.of(AccountRole.CARD_ACQUIRER, AccountRole.SALES_CLEARING)
                .map(role -> books.chart().account(role))
                .collect(Collectors.toSet());
    }

    /**
     * Only what was booked as sold can have been booked as something else that was sold, and only what was on suspense can
     * have lacked its sales unit, which must be in use now.
     */
    List<BookedEntry> bookable(List<BookedEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.counterparts().stream().noneMatch(part -> notSold.contains(part.account())))
                .filter(entry -> !isOnSuspense(entry)
                        || books.unitOf(entry.stored().entry()).isPresent())
                .toList();
    }

    boolean isOnSuspense(BookedEntry entry) {
        return entry.counterparts().stream().anyMatch(part -> part.account().equals(suspense) && part.amount() != 0);
    }

    /** By ledger date, in batches like those that they were booked in. */
    List<BookedDay> run(List<BookedEntry> entries, SalesOfEntries sales, Batches batches) {
        Map<Boolean, List<BookedEntry>> bySuspense =
                entries.stream().collect(Collectors.partitioningBy(this::isOnSuspense));
        List<BookedDay> booked = new ArrayList<>(
                run(LateSales.Cause.SALES_UNIT, bySuspense.getOrDefault(true, List.of()), sales, batches));
        booked.addAll(run(LateSales.Cause.SALE, bySuspense.getOrDefault(false, List.of()), sales, batches));
        return booked;
    }

    private List<BookedDay> run(
            LateSales.Cause cause, List<BookedEntry> entries, SalesOfEntries sales, Batches batches) {
        Map<Long, Standing> standing = new HashMap<>();
        for (BookedEntry entry : entries) {
            standing.put(
                    entry.stored().id(),
                    new Standing(entry.stored(), entry.generation() + 1, shares(entry.counterparts())));
        }
        List<BookedDay> booked = new ArrayList<>();
        for (Batch batch : batches.of(entries.stream().map(BookedEntry::stored).toList())) {
            List<Standing> together = batch.entries().stream()
                    .flatMap(stored -> Optional.ofNullable(standing.get(stored.id())).stream())
                    .toList();
            LateSales.book(books, cause, batch.date(), together, sales).ifPresent(booked::add);
        }
        return booked;
    }

    /** Lines of tax belong to the line with their code. */
    private List<Share> shares(List<Part> parts) {
        Map<AccountCode, Long> taxes = new HashMap<>();
        parts.stream()
                .filter(part -> part.taxCode().isEmpty())
                .forEach(part -> taxes.merge(part.account(), -part.amount(), Math::addExact));
        List<Share> shares = new ArrayList<>();
        for (Part part : parts) {
            Optional<TaxCode> code = part.taxCode().flatMap(TaxCode::of);
            if (code.isPresent()) {
                Optional<AccountCode> account =
                        code.get().tax().map(role -> books.chart().account(role));
                long tax = account.map(taxes::remove).orElse(0L);
                shares.add(Share.standing(part.account(), code, -part.amount(), tax));
            }
        }
        taxes.forEach((account, amount) -> shares.add(Share.standing(account, Optional.empty(), amount, 0)));
        return shares;
    }
}
