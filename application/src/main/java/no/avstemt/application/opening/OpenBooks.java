package no.avstemt.application.opening;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.journal.Post;
import no.avstemt.application.opening.OpeningSheet.Row;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.period.MonthNotOpen;
import no.avstemt.domain.period.PeriodState;

/** Shows what the books of a client account begin with, and posts it. */
public final class OpenBooks {

    private final UnitOfWork unit;
    private final Post post;
    private final Text text;
    private final CheckLedger checkLedger;
    private final Clock clock;

    /** What is posted as the entry's description, in the client's language. */
    @FunctionalInterface
    public interface Text {

        String of(String language);
    }

    public OpenBooks(UnitOfWork unit, Post post, Text text, CheckLedger checkLedger, Clock clock) {
        this.unit = unit;
        this.post = post;
        this.text = text;
        this.checkLedger = checkLedger;
        this.clock = clock;
    }

    /** What would be posted of this list. */
    public OpeningSheet preview(ClientAccountId client, List<OpeningLine> given) {
        return unit.read(Set.of(client), stores -> sheet(stores, client, given, atVipps(stores, client)));
    }

    /**
     * What {@link #run} would post now.
     *
     * @param heldReason why it is posted all the same, should the month be held
     * @throws MonthNotOpen when it could be posted but for its month
     */
    public OpeningSheet preview(ClientAccountId client, List<OpeningLine> given, Optional<String> heldReason) {
        return unit.read(Set.of(client), stores -> {
            OpeningSheet sheet = sheet(stores, client, given, atVipps(stores, client));
            PeriodState state = stores.periods().of(client).state(sheet.date());
            boolean mayPost = state == PeriodState.OPEN || state == PeriodState.HELD && heldReason.isPresent();
            if (sheet.isPostable() && !mayPost) {
                throw new MonthNotOpen(YearMonth.from(sheet.date()), state);
            }
            return sheet;
        });
    }

    public OpeningSheet run(ClientAccountId client, Actor actor, List<OpeningLine> given) {
        return run(client, actor, given, Optional.empty());
    }

    /**
     * Posts the list with Vipps's own figures beside it, and proves the ledgers anew from the start date.
     *
     * @param heldReason why it is posted all the same, should the month be held
     * @throws OpeningRefused when something is wrong with it, when it does not balance, or when the books are open already
     */
    public OpeningSheet run(ClientAccountId client, Actor actor, List<OpeningLine> given, Optional<String> heldReason) {
        List<OwnLedger> ledgers =
                unit.read(Set.of(client), stores -> stores.ledgers().of(client));
        OpeningSheet opened = unit.write(Set.of(client), stores -> open(stores, client, actor, given, heldReason));
        ledgers.forEach(ledger -> checkLedger.run(client, ledger));
        return opened;
    }

    private OpeningSheet open(
            Stores stores, ClientAccountId client, Actor actor, List<OpeningLine> given, Optional<String> heldReason) {
        JournalHead head = stores.journal().lockHead(client);
        AtVipps atVipps = atVipps(stores, client);
        OpeningSheet sheet = sheet(stores, client, given, atVipps);
        if (!sheet.isPostable()) {
            throw new OpeningRefused(sheet);
        }
        String description = text.of(account(stores, client).language());
        JournalEntry entry = entry(sheet, description, actor, atVipps);
        boolean held = head.periods().state(sheet.date()) == PeriodState.HELD;
        JournalEntry explained = held ? heldReason.map(entry::although).orElse(entry) : entry;
        PostedEntry posted =
                post.run(stores, client, head, List.of(explained), actor.user()).get(0);
        for (OwnLedger ledger : stores.ledgers().of(client)) {
            LedgerState state = stores.ledgers().lockState(client, ledger.id());
            stores.ledgers()
                    .save(client, ledger.id(), state.provenOnlyTo(sheet.date().minusDays(1)));
        }
        stores.audit()
                .record(
                        client,
                        new AuditEvent(
                                clock.instant(),
                                actor,
                                AuditAction.BOOKS_OPENED,
                                posted.fiscalYear() + "/" + posted.number(),
                                Map.of(),
                                Map.of(
                                        "date",
                                        sheet.date().toString(),
                                        "lines",
                                        Integer.toString(sheet.rows().size()))));
        return new OpeningSheet(
                sheet.date(),
                sheet.rows(),
                sheet.faults(),
                sheet.missingRates(),
                stores.opening().standing(client));
    }

    private static JournalEntry entry(OpeningSheet sheet, String description, Actor actor, AtVipps atVipps) {
        List<JournalLine> lines = IntStream.range(0, sheet.rows().size())
                .mapToObj(index -> line(index + 1, sheet.rows().get(index), description, sheet.date(), atVipps))
                .toList();
        Voucher voucher = new Voucher(Voucher.Kind.OPENING_BALANCE, sheet.date().toString());
        return new JournalEntry(sheet.date(), description, voucher, actor.name(), lines, List.of());
    }

    private static JournalLine line(int lineNo, Row row, String description, LocalDate date, AtVipps atVipps) {
        DimensionSet about = row.line()
                .relation()
                .map(key -> new DimensionRef(row.account().relationType().orElse(DimensionType.BANKACC), key))
                .map(DimensionSet::related)
                .orElse(DimensionSet.NONE);
        AccountCode account = row.account().code();
        long amount = row.line().amount();
        JournalLine line = atVipps.inCurrency(row.line())
                .map(there -> JournalLine.inCurrency(
                        lineNo, account, amount, there.amount(), there.rate(), about, description))
                .orElseGet(() -> JournalLine.inKroner(lineNo, account, amount, about, description));
        return about.of(DimensionType.BANKACC).isPresent() ? line.onLedgerDate(date) : line;
    }

    private static AtVipps atVipps(Stores stores, ClientAccountId client) {
        return new AtVipps(stores, client, account(stores, client).startDate());
    }

    private static OpeningSheet sheet(Stores stores, ClientAccountId client, List<OpeningLine> given, AtVipps atVipps) {
        LocalDate start = account(stores, client).startDate();
        OpeningList list = new OpeningList(stores, client, atVipps);
        return list.sheet(start, given, stores.opening().standing(client));
    }

    private static ClientAccount account(Stores stores, ClientAccountId client) {
        return stores.clients()
                .find(client)
                .orElseThrow(() -> new IllegalArgumentException("No client account " + client));
    }
}
