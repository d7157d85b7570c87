package no.avstemt.application.reconciliation;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.settlement.DateCheckStore.Row;
import no.avstemt.application.settlement.ImportLedger;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.EntryField;
import no.avstemt.domain.settlement.RowComparison;
import no.avstemt.domain.settlement.RowDifference;
import no.avstemt.domain.settlement.RowDifference.Kind;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.Topic;

/**
 * Settlement entries of one date and topic against Vipps's report of it. Nothing stored is changed. Rows that we lack are
 * stored where they are all that differs and the report hangs together with them; else nobody can say which side is right.
 */
final class EntriesOfDate {

    private static final int PAGE = 1_000;
    private static final int MOST_NAMED = 100;

    private final UnitOfWork unit;
    private final ImportLedger importLedger;
    private final SettlementSource source;
    private final ClientAccountId client;
    private final OwnLedger ledger;

    EntriesOfDate(
            UnitOfWork unit,
            ImportLedger importLedger,
            SettlementSource source,
            ClientAccountId client,
            OwnLedger ledger) {
        this.unit = unit;
        this.importLedger = importLedger;
        this.source = source;
        this.client = client;
        this.ledger = ledger;
    }

    DateOutcome compare(Topic topic, LocalDate date) {
        ReportOfDate report = report(topic, date);
        if (!report.hasNext() && report.isOpen()) {
            return DateOutcome.OPEN;
        }
        RowComparison comparison = RowComparison.of(new Stored(topic, date), report);
        if (report.isOpen()) {
            return DateOutcome.OPEN;
        }
        List<RowDifference> differences = unit.read(
                Set.of(client),
                stores -> comparison.differences(keys -> stores.dateChecks().stored(client, date, keys)));
        boolean stored = !comparison.isTooMany() && report.isChained() && store(topic, date, differences);
        if (comparison.isTooMany() || differences.size() > MOST_NAMED) {
            return DateOutcome.compared(comparison.theirsRows(), List.of(asAWhole(topic, date, comparison, stored)));
        }
        List<Finding> found = differences.stream()
                .map(difference -> finding(topic, date, difference, stored))
                .toList();
        return DateOutcome.compared(comparison.theirsRows(), found);
    }

    private ReportOfDate report(Topic topic, LocalDate date) {
        return new ReportOfDate(source, ledger.id(), topic, date);
    }

    private boolean store(Topic topic, LocalDate date, List<RowDifference> differences) {
        if (differences.isEmpty() || differences.stream().anyMatch(each -> each.kind() != Kind.MISSING)) {
            return false;
        }
        ReportOfDate.Found found = report(topic, date)
                .withKeys(differences.stream().map(each -> each.row().key()).toList());
        return importLedger.addPassedOver(client, ledger.id(), topic, date, found.rows(), found.where())
                == differences.size();
    }

    private static String subject(RowDifference difference) {
        return difference.row().key().value().toString();
    }

    private Finding finding(Topic topic, LocalDate date, RowDifference difference, boolean stored) {
        SettlementEntry row = difference.row();
        Map<String, String> about = new HashMap<>();
        about.put("topic", topic.vippsName());
        about.put("type", row.vippsType());
        about.put("psp", row.pspReference().orElse(""));
        about.put("reference", row.reference().orElse(""));
        about.put("difference", stored ? "stored" : difference.kind().word());
        about.put(
                "fields",
                String.join(
                        ",", difference.fields().stream().map(EntryField::word).toList()));
        for (EntryField field : difference.fields()) {
            about.put("ours." + field.word(), field.of(difference.ours().orElseThrow()));
            about.put("theirs." + field.word(), field.of(difference.theirs().orElseThrow()));
        }
        return new Finding(
                FindingCode.REPORT_DIFFERS,
                ledger.id(),
                date,
                subject(difference),
                new Money(difference.amount(), row.amount().currency()),
                about);
    }

    private Finding asAWhole(Topic topic, LocalDate date, RowComparison comparison, boolean stored) {
        return new Finding(
                FindingCode.REPORT_DIFFERS,
                ledger.id(),
                date,
                topic.vippsName() + "/" + date,
                new Money(comparison.amount(), Currency.getInstance(ledger.currency())),
                Map.of(
                        "topic",
                        topic.vippsName(),
                        "difference",
                        stored ? "stored-many" : "many",
                        "ours",
                        Long.toString(comparison.oursRows()),
                        "theirs",
                        Long.toString(comparison.theirsRows())));
    }

    /** What we have of the date, page by page. */
    private final class Stored implements Iterator<RowComparison.Own> {

        private final Topic topic;
        private final LocalDate date;
        private final long passedOverAfter;
        private Iterator<Row> page = List.<Row>of().iterator();
        private long position;
        private Optional<Integer> lastPage = Optional.empty();

        Stored(Topic topic, LocalDate date) {
            this.topic = topic;
            this.date = date;
            this.passedOverAfter = unit.read(
                            Set.of(client),
                            stores -> stores.dateChecks().passedOverAfter(client, ledger.id(), topic, date))
                    .orElse(Long.MAX_VALUE);
        }

        @Override
        public boolean hasNext() {
            if (!page.hasNext() && lastPage.filter(rows -> rows < PAGE).isEmpty()) {
                List<Row> rows = unit.read(
                        Set.of(client),
                        stores -> stores.dateChecks().rows(client, ledger.id(), topic, date, position, PAGE));
                lastPage = Optional.of(rows.size());
                page = rows.iterator();
            }
            return page.hasNext();
        }

        @Override
        public RowComparison.Own next() {
            if (!hasNext()) {
                throw new NoSuchElementException("The date has no more rows");
            }
            Row row = page.next();
            position = row.position();
            return new RowComparison.Own(row.entry(), position <= passedOverAfter);
        }
    }
}
