package no.avstemt.web.connection;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.access.Language;
import no.avstemt.application.chart.ChartTemplate;
import no.avstemt.application.client.NewClient;
import no.avstemt.application.client.TakeLedgerIntoUse.Terms;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.client.SalesUnit.BookedFrom;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.domain.time.VatTerm;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Faults;
import no.avstemt.web.text.Texts;

/**
 * What onboarding asks, as typed.
 *
 * @param client id of an existing client account; empty for a new one
 * @param vat whether the client account is in the VAT register
 * @param bookedFrom,defaultCode,zeroRate one for each sales unit, in the order of the ledger's
 */
record LedgerForm(
        String client,
        String name,
        String organisationNumber,
        Language language,
        String startDate,
        boolean vat,
        String vatFrom,
        String vatTo,
        VatTerm vatTerm,
        int fiscalYearStart,
        long chartTemplate,
        List<BookedFrom> bookedFrom,
        List<TaxCode> defaultCode,
        List<TaxCode> zeroRate,
        String cutoff) {

    static final List<TaxCode> DEFAULT_CODES = List.of(
            TaxCode.OUTPUT_HIGH,
            TaxCode.OUTPUT_MIDDLE,
            TaxCode.OUTPUT_RAW_FISH,
            TaxCode.OUTPUT_LOW,
            TaxCode.ZERO_RATED,
            TaxCode.OUTSIDE,
            TaxCode.NO_TREATMENT_INCOME);
    static final List<TaxCode> ZERO_RATES = List.of(TaxCode.ZERO_RATED, TaxCode.OUTSIDE);

    static final Param<String> CLIENT = typed("client", "");
    static final Param<String> NAME = typed("name", "");
    static final Param<String> NUMBER = typed("organisation_number", "");
    static final Param<Language> LANGUAGE = Param.withDefault(
                    "books_language", choice(ParamType.byName(List.of(Language.values()), Language::tag)), "nb")
            .inForm();
    static final Param<String> START = typed("start_date", "");
    static final Param<Boolean> VAT =
            Param.withDefault("vat_registered", ParamType.flag(), "true").inForm();
    static final Param<String> VAT_FROM = typed("vat_from", "");
    static final Param<String> VAT_TO = typed("vat_to", "");
    static final Param<VatTerm> VAT_TERM = Param.withDefault(
                    "vat_term",
                    choice(ParamType.byName(List.of(VatTerm.values()), VatTerm::name)),
                    VatTerm.TWO_MONTHS.name())
            .inForm();
    static final Param<Long> FISCAL_YEAR_START =
            Param.withDefault("fiscal_year_start", ParamType.number(1, 12), "1").inForm();
    static final Param<Long> CHART_TEMPLATE = Param.withDefault(
                    "chart_template", ParamType.number(0, 999_999_999_999L), "0")
            .inForm();
    static final Param<List<BookedFrom>> BOOKED_FROM = Param.each(
                    "booked_from", choice(ParamType.byName(List.of(BookedFrom.values()), BookedFrom::name)))
            .inForm();
    static final Param<List<TaxCode>> DEFAULT_CODE =
            Param.each("default_code", choice(codes(DEFAULT_CODES))).inForm();
    static final Param<List<TaxCode>> ZERO_RATE =
            Param.each("zero_rate", choice(codes(ZERO_RATES))).inForm();
    static final Param<String> CUTOFF = typed("cutoff", "00:00");

    private static final int LONGEST_NAME = 200;

    static Param<?>[] params() {
        return new Param<?>[] {
            CLIENT,
            NAME,
            NUMBER,
            LANGUAGE,
            START,
            VAT,
            VAT_FROM,
            VAT_TO,
            VAT_TERM,
            FISCAL_YEAR_START,
            CHART_TEMPLATE,
            BOOKED_FROM,
            DEFAULT_CODE,
            ZERO_RATE,
            CUTOFF
        };
    }

    private static Param<String> typed(String name, String whenMissing) {
        return Param.withDefault(name, ParamType.anyText(1_000), whenMissing).inForm();
    }

    private static <T> ParamType<T> choice(Map<String, T> byName) {
        return ParamType.choice(byName);
    }

    private static Map<String, TaxCode> codes(List<TaxCode> codes) {
        Map<String, TaxCode> byCode = new LinkedHashMap<>();
        codes.forEach(code -> byCode.put(code.code(), code));
        return byCode;
    }

    /** The answers that most give. */
    static LedgerForm usual(Ledger ledger, Language language, LocalDate today) {
        int units = ledger.units().size();
        return new LedgerForm(
                "",
                ledger.units().isEmpty() ? "" : ledger.units().get(0).name(),
                ledger.ownerNumber()
                        .flatMap(OrgNumber::parse)
                        .map(OrgNumber::digits)
                        .orElse(""),
                language,
                today.withDayOfYear(1).toString(),
                true,
                "",
                "",
                VatTerm.TWO_MONTHS,
                1,
                ChartTemplate.BUILT_IN,
                times(units, BookedFrom.VIPPS),
                times(units, TaxCode.OUTPUT_HIGH),
                times(units, TaxCode.ZERO_RATED),
                "00:00");
    }

    /** Whether each unit that Vipps lists now has its answers: it may have listed others when they were given. */
    static boolean answersAll(Request request, Ledger ledger) {
        int units = ledger.units().size();
        return List.of(BOOKED_FROM, DEFAULT_CODE, ZERO_RATE).stream()
                .allMatch(param -> request.get(param).size() == units);
    }

    /** Where answers are of other units than Vipps lists now, all are asked anew, with what is usual filled in. */
    static LedgerForm of(Request request, Ledger ledger) {
        int units = ledger.units().size();
        return new LedgerForm(
                request.get(CLIENT).strip(),
                request.get(NAME).strip(),
                request.get(NUMBER).strip(),
                request.get(LANGUAGE),
                request.get(START).strip(),
                request.get(VAT),
                request.get(VAT_FROM).strip(),
                request.get(VAT_TO).strip(),
                request.get(VAT_TERM),
                Math.toIntExact(request.get(FISCAL_YEAR_START)),
                request.get(CHART_TEMPLATE),
                fitted(request.get(BOOKED_FROM), units, BookedFrom.VIPPS),
                fitted(request.get(DEFAULT_CODE), units, TaxCode.OUTPUT_HIGH),
                fitted(request.get(ZERO_RATE), units, TaxCode.ZERO_RATED),
                request.get(CUTOFF).strip());
    }

    private static <T> List<T> times(int count, T value) {
        return Collections.nCopies(count, value);
    }

    private static <T> List<T> fitted(List<T> given, int count, T usual) {
        return given.size() == count ? given : times(count, usual);
    }

    boolean isForNewClient() {
        return client.isEmpty();
    }

    Faults faults(Texts texts, LocalDate today) {
        Faults faults = Faults.none();
        if (isForNewClient()) {
            addClientFaults(faults, texts, today);
        }
        if (time(cutoff).isEmpty()) {
            faults.add(CUTOFF.name(), texts.get("onboarding.cutoff.fault"));
        }
        return faults;
    }

    private void addClientFaults(Faults faults, Texts texts, LocalDate today) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            faults.add(NAME.name(), texts.get("onboarding.name.fault", Integer.toString(LONGEST_NAME)));
        }
        if (OrgNumber.parse(organisationNumber).isEmpty()) {
            faults.add(NUMBER.name(), texts.get("onboarding.number.fault"));
        }
        boolean startFits = day(startDate).filter(day -> isStart(day, today)).isPresent();
        if (!startFits) {
            faults.add(START.name(), texts.get("onboarding.startDate.fault"));
        }
        if (vat) {
            addVatFaults(faults, texts);
        }
    }

    static boolean isStart(LocalDate day, LocalDate today) {
        return day.getYear() >= 2000 && !day.isAfter(today.plusYears(1));
    }

    private void addVatFaults(Faults faults, Texts texts) {
        Optional<LocalDate> from = day(vatFrom);
        Optional<LocalDate> to = day(vatTo);
        if (!vatFrom.isEmpty() && from.isEmpty()) {
            faults.add(VAT_FROM.name(), texts.get("onboarding.date.fault"));
        }
        if (!vatTo.isEmpty() && to.isEmpty()) {
            faults.add(VAT_TO.name(), texts.get("onboarding.date.fault"));
        }
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            faults.add(VAT_TO.name(), texts.get("onboarding.vatTo.fault"));
        }
    }

    /** Of a form without faults. */
    NewClient newClient() {
        return new NewClient(
                name,
                OrgNumber.parse(organisationNumber).orElseThrow(),
                language.tag(),
                day(startDate).orElseThrow(),
                vat ? new VatRegistration(true, day(vatFrom), day(vatTo), vatTerm) : VatRegistration.NONE,
                new FiscalYear(fiscalYearStart),
                chartTemplate);
    }

    Optional<ClientAccountId> existingClient() {
        return client.matches("[1-9][0-9]{0,17}")
                ? Optional.of(new ClientAccountId(Long.parseLong(client)))
                : Optional.empty();
    }

    /** Of a form without faults. */
    Terms terms(Ledger ledger) {
        List<SalesUnit> units = new ArrayList<>();
        for (int i = 0; i < ledger.units().size(); i++) {
            Ledger.Unit unit = ledger.units().get(i);
            units.add(
                    new SalesUnit(unit.handle(), unit.name(), bookedFrom.get(i), defaultCode.get(i), zeroRate.get(i)));
        }
        return new Terms(ledger.id(), units, time(cutoff).orElseThrow());
    }

    private static Optional<LocalDate> day(String text) {
        return ParamType.date().parse().apply(text);
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return text.matches("[0-9]{2}:[0-9]{2}") ? Optional.of(LocalTime.parse(text)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
