package no.avstemt.application.posting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.finding.FindingStore.StoredFinding;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.application.journal.Post;
import no.avstemt.application.journal.TakeBack;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.settlement.DisputeStore.Dispute;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.journal.JournalEntry;
import no.avstemt.domain.journal.JournalHead;
import no.avstemt.domain.journal.PostedEntry;
import no.avstemt.domain.period.PeriodState;
import no.avstemt.domain.period.Periods;
import no.avstemt.domain.posting.LedgerBooks;
import no.avstemt.domain.posting.PostedTexts;
import no.avstemt.domain.posting.SalesOfEntries;
import no.avstemt.domain.posting.SettledDispute;
import no.avstemt.domain.posting.SettledDispute.Choice;
import no.avstemt.domain.sale.OrderCapture;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.time.Oslo;
import no.avstemt.domain.time.Period;

/** Books a capture that is held back for good as an accountant chooses, after which its finding closes. */
public final class SettleDispute {

    private final UnitOfWork unit;
    private final Post post;
    private final Function<String, PostedTexts> texts;
    private final CheckLedger checkLedger;
    private final Clock clock;

    /** @param texts posted texts by language */
    public SettleDispute(
            UnitOfWork unit, Post post, Function<String, PostedTexts> texts, CheckLedger checkLedger, Clock clock) {
        this.unit = unit;
        this.post = post;
        this.texts = texts;
        this.checkLedger = checkLedger;
        this.clock = clock;
    }

    /** @return none when no open finding of this id is about a dispute that stands */
    public Optional<FullEntry> run(ClientAccountId client, Actor actor, long findingId, Choice choice) {
        Optional<OwnLedger> ledger = unit.read(
                Set.of(client),
                stores -> finding(stores, client, findingId).flatMap(finding -> ledger(stores, client, finding)));
        Optional<FullEntry> posted = ledger.flatMap(own -> unit.write(
                Set.of(client),
                stores -> finding(stores, client, findingId)
                        .flatMap(finding -> settle(stores, client, actor, own, finding, choice))));
        posted.ifPresent(entry -> checkLedger.run(client, ledger.orElseThrow()));
        return posted;
    }

    private static Optional<Finding> finding(Stores stores, ClientAccountId client, long id) {
        return stores.findings().of(client, false).stream()
                .filter(stored -> stored.id() == id)
                .map(StoredFinding::finding)
                .filter(finding -> finding.code() == FindingCode.DISPUTE_STANDING)
                .findFirst();
    }

    private static Optional<OwnLedger> ledger(Stores stores, ClientAccountId client, Finding finding) {
        return stores.ledgers().of(client).stream()
                .filter(own -> own.id().equals(finding.ledger()))
                .findFirst();
    }

    private Optional<FullEntry> settle(
            Stores stores, ClientAccountId client, Actor actor, OwnLedger ledger, Finding finding, Choice choice) {
        JournalHead head = stores.journal().lockHead(client);
        Optional<Dispute> standing = standing(stores, client, ledger, finding);
        return standing.map(dispute -> {
            ClientAccount account = stores.clients().find(client).orElseThrow();
            LedgerBooks books = new LedgerBooks(
                            ledger.id(),
                            stores.ledgers().units(client, ledger.id()),
                            account.vat(),
                            stores.clients().chart(client),
                            texts.apply(account.language()),
                            stores.terms().terms(client))
                    .valuedBy(LedgerRates.of(stores, client, ledger));
            JournalEntry entry =
                    placed(book(stores, client, actor, books, dispute, choice), head.periods(), books.texts());
            PostedEntry posted =
                    post.run(stores, client, head, List.of(entry), actor.user()).get(0);
            FullEntry stored = stores.entryLists()
                    .find(client, posted.fiscalYear(), posted.number())
                    .orElseThrow();
            stores.disputes().settle(client, dispute, choice, stored.id(), clock.instant());
            record(stores, client, actor, stored, dispute, choice);
            return stored;
        });
    }

    private JournalEntry book(
            Stores stores, ClientAccountId client, Actor actor, LedgerBooks books, Dispute dispute, Choice choice) {
        List<Sale> captures = captures(stores, client, books.ledger(), dispute.lastRetained());
        Optional<String> order = captures.stream()
                .map(Sale::reference)
                .findFirst()
                .or(() -> dispute.lastRetained().reference());
        Set<String> orders = order.map(Set::of).orElse(Set.of());
        SalesOfEntries sales = new SalesOfEntries(
                captures.isEmpty() ? stores.sales().byReference(client, books.ledger(), orders) : captures,
                captured(stores, client, books.ledger(), dispute.lastRetained(), orders));
        return SettledDispute.book(
                books,
                new SettledDispute.Standing(
                        dispute.stored(), Math.negateExact(dispute.retained()), dispute.generation(), order),
                choice,
                Oslo.today(clock),
                sales,
                actor.name());
    }

    /** The sale of the capture itself: its order may have had others. */
    private static List<Sale> captures(
            Stores stores, ClientAccountId client, LedgerId ledger, SettlementEntry retained) {
        Set<String> transactions = retained.pspReference().map(Set::of).orElse(Set.of());
        return stores.sales().byPspReference(client, ledger, transactions).stream()
                .filter(sale -> sale.kind() == Sale.Kind.CAPTURE)
                .toList();
    }

    /** Of the day of the capture itself, where that is known. */
    private static List<OrderCapture> captured(
            Stores stores, ClientAccountId client, LedgerId ledger, SettlementEntry retained, Set<String> orders) {
        Set<String> transactions = retained.pspReference().map(Set::of).orElse(Set.of());
        Collection<LocalDate> days =
                stores.settlements().capturedOn(client, ledger, transactions).values();
        return stores.settlements().capturesOf(client, ledger, orders).stream()
                .filter(capture -> days.isEmpty() || days.contains(capture.day()))
                .toList();
    }

    private static JournalEntry placed(JournalEntry entry, Periods periods, PostedTexts texts) {
        JournalEntry posted = entry.postedOn(periods.postingDateFor(entry.postingDate()));
        return periods.state(posted.postingDate()) == PeriodState.HELD ? posted.although(texts.inHeldMonth()) : posted;
    }

    private static Optional<Dispute> standing(
            Stores stores, ClientAccountId client, OwnLedger ledger, Finding finding) {
        ClientAccount account = stores.clients().find(client).orElseThrow();
        return stores.ledgers()
                .lockState(client, ledger.id())
                .bookedTo()
                .filter(to -> !to.isBefore(account.startDate()))
                .flatMap(to ->
                        stores.disputes().standing(client, ledger.id(), new Period(account.startDate(), to)).stream()
                                .filter(dispute -> dispute.lastRetained()
                                        .key()
                                        .value()
                                        .toString()
                                        .equals(finding.subject()))
                                .findFirst());
    }

    private void record(
            Stores stores, ClientAccountId client, Actor actor, FullEntry posted, Dispute dispute, Choice choice) {
        stores.audit()
                .record(
                        client,
                        new AuditEvent(
                                clock.instant(),
                                actor,
                                AuditAction.DISPUTE_SETTLED,
                                dispute.lastRetained().pspReference().orElse(""),
                                Map.of(),
                                Map.of("choice", choice.name(), "entry", TakeBack.number(posted))));
    }
}
