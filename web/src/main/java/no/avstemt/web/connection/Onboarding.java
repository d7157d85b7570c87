package no.avstemt.web.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import no.avstemt.application.access.Language;
import no.avstemt.application.chart.ChartTemplate;
import no.avstemt.application.client.ClientStore.ClientName;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.SalesUnit.BookedFrom;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.time.VatTerm;
import no.avstemt.web.connection.LedgerPage.Fact;
import no.avstemt.web.connection.LedgerPage.Unit;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Choice.Option;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.page.Frame;

/** The questions of onboarding, as they stand on the page. */
record Onboarding(
        Request request,
        Ledger ledger,
        LedgerForm form,
        Faults faults,
        List<ClientName> clients,
        List<ChartTemplate.Listed> templates) {

    LedgerPage page(Frame frame, String action) {
        return new LedgerPage(
                frame,
                t("onboarding.lead"),
                facts(),
                action,
                faults,
                client(),
                List.of(
                        text(LedgerForm.NAME.name(), "onboarding.name", form.name()),
                        text(LedgerForm.NUMBER.name(), "onboarding.number", form.organisationNumber())
                                .helped(t("onboarding.number.help"))),
                language(),
                text(LedgerForm.START.name(), "onboarding.startDate", form.startDate())
                        .as("date")
                        .helped(t("onboarding.startDate.help")),
                vat(),
                List.of(
                        text(LedgerForm.VAT_FROM.name(), "onboarding.vatFrom", form.vatFrom())
                                .as("date")
                                .helped(t("onboarding.vatDates.help")),
                        text(LedgerForm.VAT_TO.name(), "onboarding.vatTo", form.vatTo())
                                .as("date")),
                vatTerm(),
                fiscalYear(),
                chartTemplate(),
                ledger.units().size() > 1 ? t("onboarding.units.note") : "",
                IntStream.range(0, ledger.units().size()).mapToObj(this::unit).toList(),
                text(LedgerForm.CUTOFF.name(), "onboarding.cutoff", form.cutoff())
                        .as("time")
                        .helped(t("onboarding.cutoff.help")));
    }

    private String t(String key, String... arguments) {
        return request.texts().get(key, arguments);
    }

    private Field text(String name, String label, String value) {
        return Field.text(name, t(label), value, faults);
    }

    private List<Fact> facts() {
        return List.of(
                new Fact(
                        t("connection.owner"),
                        ledger.ownerNumber()
                                .map(request.formats()::organisationNumber)
                                .orElse("–")),
                new Fact(
                        t("connection.bankAccount"),
                        ledger.payoutAccount()
                                .map(request.formats()::bankAccount)
                                .orElse("–")),
                new Fact(t("connection.currency"), ledger.currency()));
    }

    private Choice client() {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", t("onboarding.client.new"), form.isForNewClient()));
        clients.forEach(row -> options.add(new Option(
                row.id().toString(), row.name(), form.client().equals(row.id().toString()))));
        return Choice.of(LedgerForm.CLIENT.name(), t("onboarding.client"), options)
                .helped(
                        faults.of(LedgerForm.CLIENT.name()).isEmpty()
                                ? t("onboarding.client.help")
                                : faults.of(LedgerForm.CLIENT.name()));
    }

    private Choice language() {
        return Choice.of(
                        LedgerForm.LANGUAGE.name(),
                        t("onboarding.language"),
                        options(
                                List.of(Language.values()),
                                form.language(),
                                Language::tag,
                                each -> t("language." + each.tag())))
                .helped(t("onboarding.language.help"));
    }

    private Choice vat() {
        return Choice.of(
                LedgerForm.VAT.name(),
                t("onboarding.vat"),
                options(List.of(true, false), form.vat(), String::valueOf, each -> t("onboarding.vat." + each)));
    }

    private Choice vatTerm() {
        return Choice.of(
                        LedgerForm.VAT_TERM.name(),
                        t("onboarding.vatTerm"),
                        options(
                                List.of(VatTerm.values()),
                                form.vatTerm(),
                                VatTerm::name,
                                each -> t("onboarding.vatTerm." + each.name())))
                .helped(t("onboarding.vatTerm.help"));
    }

    private Choice fiscalYear() {
        return Choice.of(
                        LedgerForm.FISCAL_YEAR_START.name(),
                        t("onboarding.fiscalYear"),
                        options(
                                IntStream.rangeClosed(1, 12).boxed().toList(),
                                form.fiscalYearStart(),
                                String::valueOf,
                                month -> request.formats().monthName(month)))
                .helped(t("onboarding.fiscalYear.help"));
    }

    private Choice chartTemplate() {
        List<Option> options = new ArrayList<>();
        options.add(new Option(
                Long.toString(ChartTemplate.BUILT_IN),
                t("chart.template.builtIn"),
                form.chartTemplate() == ChartTemplate.BUILT_IN));
        templates.forEach(each ->
                options.add(new Option(Long.toString(each.id()), each.name(), form.chartTemplate() == each.id())));
        return Choice.of(LedgerForm.CHART_TEMPLATE.name(), t("onboarding.chart"), options)
                .helped(
                        faults.of(LedgerForm.CHART_TEMPLATE.name()).isEmpty()
                                ? t("onboarding.chart.help")
                                : faults.of(LedgerForm.CHART_TEMPLATE.name()));
    }

    private Unit unit(int index) {
        return new Unit(
                ConnectionRows.named(ledger.units().get(index)),
                Choice.of(
                                LedgerForm.BOOKED_FROM.name(),
                                t("onboarding.bookedFrom"),
                                options(
                                        List.of(BookedFrom.values()),
                                        form.bookedFrom().get(index),
                                        BookedFrom::name,
                                        each -> t("onboarding.bookedFrom." + each.name())))
                        .withId(LedgerForm.BOOKED_FROM.name() + "-" + index),
                codes(LedgerForm.DEFAULT_CODE.name(), "onboarding.defaultCode", index, LedgerForm.DEFAULT_CODES),
                codes(LedgerForm.ZERO_RATE.name(), "onboarding.zeroRate", index, LedgerForm.ZERO_RATES));
    }

    private Choice codes(String name, String label, int index, List<TaxCode> offered) {
        List<TaxCode> chosen = name.equals(LedgerForm.ZERO_RATE.name()) ? form.zeroRate() : form.defaultCode();
        return Choice.of(
                        name,
                        t(label),
                        options(
                                offered,
                                chosen.get(index),
                                TaxCode::code,
                                code -> code.code() + " – "
                                        + code.name(request.language().tag())))
                .withId(name + "-" + index);
    }

    private static <T> List<Option> options(
            List<T> values, T chosen, Function<T, String> value, Function<T, String> label) {
        return values.stream()
                .map(each -> new Option(value.apply(each), label.apply(each), each.equals(chosen)))
                .toList();
    }
}
