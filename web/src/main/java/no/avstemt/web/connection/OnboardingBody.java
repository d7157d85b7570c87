package no.avstemt.web.connection;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.access.Language;
import no.avstemt.application.chart.ChartTemplate;
import no.avstemt.application.client.NewClient;
import no.avstemt.application.client.TakeLedgerIntoUse.Terms;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.client.SalesUnit.BookedFrom;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.domain.time.VatTerm;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.Fault;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.text.Message;

/** What onboarding is told by a program: the questions of its page, and what most answer where one is left out. */
record OnboardingBody(Body body) {

    private static final Map<String, BookedFrom> SOURCES =
            Map.of("vipps", BookedFrom.VIPPS, "elsewhere", BookedFrom.ELSEWHERE);
    private static final Kind<TaxCode> DEFAULT_CODES =
            Kind.choice(ParamType.byName(LedgerForm.DEFAULT_CODES, TaxCode::code));
    private static final Kind<TaxCode> ZERO_RATES = Kind.choice(ParamType.byName(LedgerForm.ZERO_RATES, TaxCode::code));
    private static final int MOST_UNITS = 1_000;

    static final Field<Optional<Long>> CLIENT_ID =
            Field.optional("client_account_id", Kind.id()).describedAs("An existing client account, or");
    private static final Field<String> NAME = Field.required("name", Kind.text(200));
    private static final Field<String> ORGANISATION_NUMBER = Field.required("organisation_number", Kind.text(20));
    private static final Field<Language> LANGUAGE = Field.withDefault(
            "books_language",
            Kind.choice(ParamType.byName(List.of(Language.values()), Language::tag)),
            Language.NORWEGIAN);
    private static final Field<Optional<Body>> NEW_CLIENT = Field.optional(
                    "client_account", Kind.object(Shape.of("NewClientAccount", NAME, ORGANISATION_NUMBER, LANGUAGE)))
            .describedAs("a new one.");
    private static final Field<Optional<LocalDate>> START_DATE = Field.optional("start_date", Kind.date())
            .describedAs(
                    "From here on settlement entries are booked; of a new client account, which cannot be without.");
    private static final Field<BookedFrom> BOOKED_FROM = Field.withDefault(
                    "sales_booked_from", Kind.choice(SOURCES), BookedFrom.VIPPS)
            .describedAs("Whether the sales of its units are booked from Vipps, or by another system.");
    private static final Field<TaxCode> DEFAULT_CODE = Field.withDefault(
                    "default_tax_code", DEFAULT_CODES, TaxCode.OUTPUT_HIGH)
            .describedAs("Of sales whose VAT Vipps does not tell.");
    private static final Field<TaxCode> ZERO_RATE = Field.withDefault("zero_rate_code", ZERO_RATES, TaxCode.ZERO_RATED)
            .describedAs("Of sales that Vipps tells at 0 %.");
    private static final Field<Boolean> VAT_REGISTERED =
            Field.withDefault("vat_registered", Kind.flag(), true).describedAs("Of a new client account.");
    private static final Field<Optional<LocalDate>> VAT_FROM = Field.optional("vat_from", Kind.date())
            .describedAs("First day in the VAT register, of a new client account; without it, before the books begin.");
    private static final Field<Optional<LocalDate>> VAT_TO =
            Field.optional("vat_to", Kind.date()).describedAs("Last day in the VAT register.");
    private static final Field<Optional<VatTerm>> VAT_TERM = Field.optional(
                    "vat_term", Kind.choice(ParamType.byName(List.of(VatTerm.values()), VatTerm::name)))
            .describedAs("Of a new client account; TWO_MONTHS when it is left out.");
    private static final Field<Optional<Long>> FISCAL_YEAR_START = Field.optional(
                    "fiscal_year_start", Kind.number(1, 12))
            .describedAs("The first month of the fiscal year of a new client account; 1 when it is left out.");
    private static final Field<Optional<Long>> CHART_TEMPLATE = Field.optional(
                    "chart_template_id", Kind.number(0, 999_999_999_999L))
            .describedAs("The chart of a new client account; 0, the standard chart, when it is left out.");
    private static final Field<LocalTime> CUTOFF = Field.withDefault(
                    "cutoff",
                    Kind.text(5).as(OnboardingBody::time, LocalTime::toString, Message.of("onboarding.cutoff.fault")),
                    LocalTime.MIDNIGHT)
            .describedAs("When the ledger's dates end, Oslo time.");

    private static final Field<String> HANDLE = Field.required("recipient_handle", Kind.text(100));
    private static final Field<Optional<BookedFrom>> UNIT_BOOKED_FROM =
            Field.optional("sales_booked_from", Kind.choice(SOURCES));
    private static final Field<Optional<TaxCode>> UNIT_DEFAULT_CODE = Field.optional("default_tax_code", DEFAULT_CODES);
    private static final Field<Optional<TaxCode>> UNIT_ZERO_RATE = Field.optional("zero_rate_code", ZERO_RATES);
    private static final Shape UNIT =
            Shape.of("OnboardedSalesUnit", HANDLE, UNIT_BOOKED_FROM, UNIT_DEFAULT_CODE, UNIT_ZERO_RATE);
    private static final Field<List<Body>> UNITS = Field.each("sales_units", Kind.object(UNIT), MOST_UNITS)
            .describedAs("Sales units of the ledger, by their handle, that are otherwise than the fields beside this.");

    static final Shape SHAPE = Shape.of(
            "LedgerOnboarding",
            CLIENT_ID,
            NEW_CLIENT,
            START_DATE,
            BOOKED_FROM,
            DEFAULT_CODE,
            ZERO_RATE,
            UNITS,
            VAT_REGISTERED,
            VAT_FROM,
            VAT_TO,
            VAT_TERM,
            FISCAL_YEAR_START,
            CHART_TEMPLATE,
            CUTOFF);

    private static final List<Field<? extends Optional<?>>> OF_NEW_CLIENT =
            List.of(START_DATE, VAT_FROM, VAT_TO, VAT_TERM, FISCAL_YEAR_START, CHART_TEMPLATE);

    private static Optional<LocalTime> time(String text) {
        try {
            return text.matches("[0-9]{2}:[0-9]{2}") ? Optional.of(LocalTime.parse(text)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** @param templates the charts that a new client account can have, beside the standard one */
    List<Fault> faults(Ledger ledger, LocalDate today, Set<Long> templates) {
        List<Fault> faults = new ArrayList<>();
        if (body.get(NEW_CLIENT).isPresent() == body.get(CLIENT_ID).isPresent()) {
            faults.add(Fault.of(CLIENT_ID.name(), "onboarding.oneClient.fault"));
        }
        body.get(NEW_CLIENT)
                .ifPresentOrElse(client -> ofNewClient(client, today, templates, faults), () -> ofExisting(faults));
        Set<String> named = new HashSet<>();
        int at = 0;
        for (Body unit : body.get(UNITS)) {
            String handle = unit.get(HANDLE);
            boolean isListed =
                    ledger.units().stream().anyMatch(known -> known.handle().equals(handle));
            if (!isListed || !named.add(handle)) {
                String key = isListed ? "onboarding.unit.twice" : "onboarding.unit.fault";
                faults.add(Fault.of(UNITS.name() + "[" + at + "]." + HANDLE.name(), key, handle));
            }
            at++;
        }
        return faults;
    }

    private void ofExisting(List<Fault> faults) {
        OF_NEW_CLIENT.stream()
                .filter(field -> body.get(field).isPresent())
                .forEach(field -> faults.add(Fault.of(field.name(), "onboarding.existing.fault", field.name())));
    }

    private void ofNewClient(Body client, LocalDate today, Set<Long> templates, List<Fault> faults) {
        if (OrgNumber.parse(client.get(ORGANISATION_NUMBER)).isEmpty()) {
            faults.add(Fault.of(NEW_CLIENT.name() + "." + ORGANISATION_NUMBER.name(), "onboarding.number.fault"));
        }
        if (body.get(START_DATE).filter(day -> LedgerForm.isStart(day, today)).isEmpty()) {
            faults.add(Fault.of(START_DATE.name(), "onboarding.startDate.fault"));
        }
        long template = chartTemplate();
        if (template != ChartTemplate.BUILT_IN && !templates.contains(template)) {
            faults.add(Fault.of(CHART_TEMPLATE.name(), "onboarding.chart.fault"));
        }
        boolean hasDates = body.get(VAT_FROM).isPresent() || body.get(VAT_TO).isPresent();
        if (hasDates && !body.get(VAT_REGISTERED)) {
            faults.add(Fault.of(VAT_REGISTERED.name(), "onboarding.vatDates.fault"));
        }
        body.get(VAT_TO)
                .filter(last -> body.get(VAT_FROM).filter(last::isBefore).isPresent())
                .ifPresent(last -> faults.add(Fault.of(VAT_TO.name(), "onboarding.vatTo.fault")));
    }

    private long chartTemplate() {
        return body.get(CHART_TEMPLATE).orElse(ChartTemplate.BUILT_IN);
    }

    /** Of a body without faults, for a new client account. */
    NewClient newClient() {
        Body client = body.get(NEW_CLIENT).orElseThrow();
        VatTerm term = body.get(VAT_TERM).orElse(VatTerm.TWO_MONTHS);
        return new NewClient(
                client.get(NAME).strip(),
                OrgNumber.parse(client.get(ORGANISATION_NUMBER)).orElseThrow(),
                client.get(LANGUAGE).tag(),
                body.get(START_DATE).orElseThrow(),
                body.get(VAT_REGISTERED)
                        ? new VatRegistration(true, body.get(VAT_FROM), body.get(VAT_TO), term)
                        : VatRegistration.NONE,
                body.get(FISCAL_YEAR_START)
                        .map(month -> new FiscalYear(Math.toIntExact(month)))
                        .orElse(FiscalYear.CALENDAR),
                chartTemplate());
    }

    /** Of a body without faults. */
    Terms terms(Ledger ledger) {
        Map<String, Body> told = new HashMap<>();
        body.get(UNITS).forEach(unit -> told.put(unit.get(HANDLE), unit));
        List<SalesUnit> units = ledger.units().stream()
                .map(unit -> salesUnit(unit, Optional.ofNullable(told.get(unit.handle()))))
                .toList();
        return new Terms(ledger.id(), units, body.get(CUTOFF));
    }

    private SalesUnit salesUnit(Ledger.Unit unit, Optional<Body> told) {
        return new SalesUnit(
                unit.handle(),
                unit.name(),
                told.flatMap(own -> own.get(UNIT_BOOKED_FROM)).orElse(body.get(BOOKED_FROM)),
                told.flatMap(own -> own.get(UNIT_DEFAULT_CODE)).orElse(body.get(DEFAULT_CODE)),
                told.flatMap(own -> own.get(UNIT_ZERO_RATE)).orElse(body.get(ZERO_RATE)));
    }
}
