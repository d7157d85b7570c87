package no.avstemt.web.report;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.avstemt.application.report.DimensionFilter;
import no.avstemt.application.report.Parameter;
import no.avstemt.application.report.Parameters;
import no.avstemt.application.report.Report;
import no.avstemt.application.report.ReportQuery;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Row;
import no.avstemt.domain.report.Target;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.domain.time.Period;
import no.avstemt.web.http.Back;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;

/** From a figure on a report's page to what it is made of: from a balance to its lines, from a line to its entry. */
final class PageLinks implements Links {

    private static final Set<String> OF_LINE = Set.of("entry", "debit", "credit");
    private static final Set<String> OF_PARTNER = Set.of("partner", "open_balance");
    private static final Set<String> OF_TAX_CODE = Set.of("vat_code", "vat_name", "vat_base", "vat_booked");
    private static final Set<String> OF_TAX_ACCOUNT = Set.of("vat_account", "vat_name", "vat_booked");

    private final Report report;
    private final ReportQuery query;
    private final String here;
    private final FiscalYear fiscalYear;

    PageLinks(Report report, ReportQuery query, FiscalYear fiscalYear) {
        this.fiscalYear = fiscalYear;
        this.report = report;
        this.query = query;
        this.here = Address.of("/" + report.id())
                .with(Addresses.CLIENT, query.client())
                .with(new TreeMap<>(query.given()))
                .toString();
    }

    @Override
    public String of(Row row, Column column) {
        return row.target()
                .flatMap(target -> ofTarget(target, column))
                .map(Address::toString)
                .orElse("");
    }

    private Optional<Address> ofTarget(Target target, Column column) {
        if (target instanceof Target.OfAccount account) {
            return ofAccount(account, column);
        }
        if (target instanceof Target.OfPartner partner) {
            return Optional.of(ofPartner(partner, column));
        }
        if (target instanceof Target.OfTaxCode taxed) {
            return Optional.of(taxed)
                    .filter(any -> OF_TAX_CODE.contains(column.key()))
                    .map(any -> ofDays(taxed.days()).with(Parameters.TAX_CODES.name(), taxed.code()));
        }
        if (target instanceof Target.OfAccounts accounts) {
            return Optional.of(accounts)
                    .filter(any -> OF_TAX_ACCOUNT.contains(column.key()))
                    .map(any -> ofDays(accounts.days()).with(Parameters.ACCOUNT_CODES.name(), accounts.list()));
        }
        return target instanceof Target.OfDraft draft ? ofDraft(draft, column) : ofLine((Target.OfLine) target, column);
    }

    /** All that there is with it comes to what is open; one age of it is among what is not matched in full. */
    private Address ofPartner(Target.OfPartner partner, Column column) {
        Address all = Addresses.report(
                        RelatedReports.above(report).orElseThrow().id(), query.client())
                .with(Parameters.BUSINESS_PARTNER_ID.name(), partner.id())
                .with(Parameters.DATE_TO.name(), query.get(Parameters.REPORT_DATE));
        return OF_PARTNER.contains(column.key()) ? all : all.with(Parameters.INCLUDE_RECONCILED.name(), false);
    }

    private Address ofDays(Period days) {
        return Addresses.generalLedger(query.client())
                .with(Parameters.DATE_FROM.name(), days.first())
                .with(Parameters.DATE_TO.name(), days.last());
    }

    private Optional<Address> ofDraft(Target.OfDraft draft, Column column) {
        return OF_LINE.contains(column.key())
                ? Optional.of(Addresses.draft(query.client(), draft.draftId()))
                : Optional.empty();
    }

    /** Its number leads back here; its figures do not, so that a page of many lines stays small. */
    private Optional<Address> ofLine(Target.OfLine line, Column column) {
        if (!OF_LINE.contains(column.key())) {
            return Optional.empty();
        }
        Address entry = Addresses.journalLine(query.client(), line.entryId(), line.lineNo());
        return Optional.of(column.key().equals("entry") ? Back.with(entry, here) : entry);
    }

    private Optional<Address> ofAccount(Target.OfAccount account, Column column) {
        if (report.parameters().contains(Parameters.REPORT_DATE)) {
            return ofBalance(account, column, query.get(Parameters.REPORT_DATE));
        }
        LocalDate from = query.get(Parameters.DATE_FROM);
        LocalDate to = query.get(Parameters.DATE_TO);
        return switch (column.key()) {
            case "incoming_balance" -> opening(account, from);
            case "account_code", "account_name", "period_total", "debit", "credit", "outgoing_balance" ->
                Optional.of(lines(account, Optional.of(from), to));
            default -> month(account, column, new Period(from, to));
        };
    }

    /** What stands on 2099 is made of results: of the year so far, and of earlier ones. */
    private Optional<Address> ofBalance(Target.OfAccount account, Column column, LocalDate day) {
        if (column.key().equals("compared_balance")) {
            return Optional.empty();
        }
        if (!account.code().equals(AccountCode.UNDISPOSED_RESULT.digits())) {
            return Optional.of(lines(account, Optional.empty(), day));
        }
        Address results = Addresses.trialBalance(query.client())
                .with(Parameters.DATE_FROM.name(), fiscalYear.start(day))
                .with(Parameters.DATE_TO.name(), day);
        return Optional.of(carryingOn(results, account));
    }

    /** The days of the period that are in the month of a column. */
    private Optional<Address> month(Target.OfAccount account, Column column, Period period) {
        return Stream.iterate(period.first(), day -> !day.isAfter(period.last()), PageLinks::nextMonth)
                .filter(day -> column.key().equals("month_" + day.getMonthValue()))
                .findFirst()
                .map(day -> {
                    LocalDate end = nextMonth(day).minusDays(1);
                    return lines(account, Optional.of(day), end.isAfter(period.last()) ? period.last() : end);
                });
    }

    private static LocalDate nextMonth(LocalDate day) {
        return day.withDayOfMonth(1).plusMonths(1);
    }

    /** What stood on the account before: a result account begins anew each year, and 2099 is what they came to. */
    private Optional<Address> opening(Target.OfAccount account, LocalDate from) {
        LocalDate dayBefore = from.minusDays(1);
        if (account.code().equals(AccountCode.UNDISPOSED_RESULT.digits())) {
            Period yearBefore = fiscalYear.period(fiscalYear.of(from) - 1);
            Address results = Addresses.trialBalance(query.client())
                    .with(Parameters.DATE_FROM.name(), yearBefore.first())
                    .with(Parameters.DATE_TO.name(), yearBefore.last());
            return Optional.of(carryingOn(results, account));
        }
        boolean isResult = new AccountCode(account.code()).isResult();
        if (isResult && from.equals(fiscalYear.start(from))) {
            return Optional.empty();
        }
        return Optional.of(
                lines(account, isResult ? Optional.of(fiscalYear.start(from)) : Optional.empty(), dayBefore));
    }

    private Address lines(Target.OfAccount account, Optional<LocalDate> from, LocalDate to) {
        Address address = Addresses.generalLedger(query.client()).with(Parameters.ACCOUNT_CODES.name(), account.code());
        if (from.isPresent()) {
            address = address.with(Parameters.DATE_FROM.name(), from.get());
        }
        return carryingOn(address.with(Parameters.DATE_TO.name(), to), account);
    }

    /** What else the row's figures are narrowed by. */
    private Address carryingOn(Address address, Target.OfAccount account) {
        DimensionFilter dimensions = account.dimension()
                .flatMap(DimensionFilter::parse)
                .map(own -> query.get(Parameters.DIMENSIONS).narrowedBy(own))
                .orElse(query.get(Parameters.DIMENSIONS));
        Address filtered = dimensions.isNone() ? address : address.with(Parameters.DIMENSIONS.name(), dimensions);
        if (report.countsDrafts(query)) {
            filtered = filtered.with(Parameters.INCLUDE_DRAFTS.name(), true);
        }
        Optional<String> search =
                report.parameters().contains(Parameters.FREE_TEXT) ? query.get(Parameters.FREE_TEXT) : Optional.empty();
        return search.isPresent() ? filtered.with(Parameters.FREE_TEXT.name(), search.get()) : filtered;
    }

    /** The same question, of another page. */
    Address page(long page) {
        return asked(Parameters.PAGE).with(Parameters.PAGE.name(), page);
    }

    private Address asked(Parameter<?> but) {
        TreeMap<String, String> given = new TreeMap<>(query.given());
        given.remove(but.name());
        return Address.of("/" + report.id())
                .with(Addresses.CLIENT, query.client())
                .with(given);
    }
}
