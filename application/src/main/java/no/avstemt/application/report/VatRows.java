package no.avstemt.application.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.report.VatAccounts.Moved;
import no.avstemt.application.report.VatSums.Taxed;
import no.avstemt.domain.report.Cell;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Column.Kind;
import no.avstemt.domain.report.Row;
import no.avstemt.domain.report.Section;
import no.avstemt.domain.report.TableSink;
import no.avstemt.domain.report.Target;
import no.avstemt.domain.time.Period;

/** Writes what a specification of VAT says of one term. */
final class VatRows {

    static final List<Column> COLUMNS = List.of(
            Column.json("term_from", Kind.DAY, "term.date_from"),
            Column.json("term_to", Kind.DAY, "term.date_to"),
            Column.json("vat_group", Kind.TEXT, "group"),
            Column.both("vat_code", Kind.CODE, "tax_code?"),
            Column.both("vat_account", Kind.TEXT, "account_code?"),
            Column.both("vat_name", Kind.TEXT, "name"),
            Column.both("rate", Kind.FACTOR, "rate?"),
            Column.both("vat_base", Kind.AMOUNT, "base_amount?"),
            Column.both("vat_computed", Kind.AMOUNT, "computed_tax_amount"),
            Column.both("vat_booked", Kind.AMOUNT, "booked_tax_amount"),
            Column.both("vat_difference", Kind.AMOUNT, "difference_amount"));

    private static final String ACCOUNTS = "accounts";

    private final Period term;
    private final VatSums sums;
    private final String language;
    private final TableSink sink;

    VatRows(Period term, VatSums sums, String language, TableSink sink) {
        this.term = term;
        this.sums = sums;
        this.language = language;
        this.sink = sink;
    }

    /** @param accounts whose tax is compared with what the lines say */
    void write(List<Moved> accounts) {
        if (sums.isEmpty() && accounts.stream().allMatch(account -> account.moved() == 0)) {
            return;
        }
        sink.open(new Section(
                1, term.first().toString(), new Cell.Days("vat.term", term), Optional.empty(), Section.Extent.WHOLE));
        Arrays.stream(VatGroup.values()).forEach(this::write);
        compare(accounts);
        long computed = Math.subtractExact(computed(VatGroup.OUTPUT), computed(VatGroup.INPUT));
        sink.close(sum(Cell.BLANK, computed, sums.payable()));
    }

    private long computed(VatGroup group) {
        return sums.of(group).stream().mapToLong(Taxed::computed).sum();
    }

    private void write(VatGroup group) {
        List<Taxed> taxed = sums.of(group);
        if (taxed.isEmpty()) {
            return;
        }
        sink.open(Section.named(2, group.id(), group.key()));
        taxed.forEach(one -> sink.row(row(
                        group.id(),
                        Cell.text(one.code().code()),
                        Cell.BLANK,
                        Cell.text(one.code().name(language)),
                        Cell.of(one.basisPoints(), Cell.Rate::new),
                        Cell.amount(one.base()),
                        one.computed(),
                        one.booked())
                .to(new Target.OfTaxCode(one.code().code(), term))));
        long base = taxed.stream().mapToLong(Taxed::base).sum();
        sink.close(sum(Cell.amount(base), computed(group), sums.booked(group)));
    }

    /** The lines say what should stand on the accounts. Both are added in ledger sign; all together is what is owed. */
    private void compare(List<Moved> accounts) {
        sink.open(Section.named(2, ACCOUNTS, "vat.group." + ACCOUNTS));
        long said = 0;
        long moved = 0;
        for (Moved account : accounts) {
            long ofLines =
                    account.group().roles().stream().mapToLong(sums::bookedOn).sum();
            if (ofLines != 0 || account.moved() != 0) {
                sink.row(row(
                                ACCOUNTS,
                                Cell.BLANK,
                                Cell.text(account.codes()),
                                Cell.text(account.name()),
                                Cell.BLANK,
                                Cell.BLANK,
                                account.group().natural(ofLines),
                                account.group().natural(account.moved()))
                        .to(new Target.OfAccounts(Set.of(account.codes().split(", ")), term)));
            }
            said = Math.addExact(said, ofLines);
            moved = Math.addExact(moved, account.moved());
        }
        sink.close(sum(Cell.BLANK, Math.negateExact(said), Math.negateExact(moved)));
    }

    private Row row(
            String group, Cell code, Cell account, Cell name, Cell rate, Cell base, long computed, long booked) {
        return Row.of(
                new Cell.Day(term.first()),
                new Cell.Day(term.last()),
                Cell.text(group),
                code,
                account,
                name,
                rate,
                base,
                Cell.amount(computed),
                Cell.amount(booked),
                Cell.amount(Math.subtractExact(booked, computed)));
    }

    private static Row sum(Cell base, long computed, long booked) {
        return Row.of(
                Cell.BLANK,
                Cell.BLANK,
                Cell.BLANK,
                Cell.BLANK,
                Cell.BLANK,
                Cell.BLANK,
                Cell.BLANK,
                base,
                Cell.amount(computed),
                Cell.amount(booked),
                Cell.amount(Math.subtractExact(booked, computed)));
    }
}
