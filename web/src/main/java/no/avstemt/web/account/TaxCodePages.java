package no.avstemt.web.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.application.chart.ShowChart;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.RateHistory;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.chart.TaxCode.Calculation;
import no.avstemt.domain.chart.TaxCode.Side;
import no.avstemt.domain.chart.TaxCodes;
import no.avstemt.domain.time.Oslo;
import no.avstemt.web.account.ChartFrames.Tab;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;

/** The tax codes of a day, with their rates and the client's accounts. */
public final class TaxCodePages {

    private static final Param<Optional<LocalDate>> DATE = Param.optional("date", ParamType.date());

    private final ShowChart showChart;
    private final ChartFrames frames;
    private final Clock clock;

    public TaxCodePages(ShowChart showChart, ClientFrames frames, Clock clock) {
        this.showChart = showChart;
        this.frames = new ChartFrames(frames);
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(Route.get(Addresses.CHART + "/tax-codes")
                .toReaders()
                .ofClient()
                .takes(DATE)
                .answers(RouteDraft.HTML)
                .says("The tax codes that are valid on a date.")
                .by(this::show));
    }

    private Reply show(Request request) {
        LocalDate date = request.get(DATE).orElseGet(() -> Oslo.today(clock));
        Map<AccountRole, AccountCode> accounts = TaxCodeApi.accounts(showChart, request);
        TaxCodesPage page = new TaxCodesPage(
                frames.frame(request, Tab.TAX_CODES),
                ChartFrames.tabs(request, Tab.TAX_CODES),
                request.client().toString(),
                date.toString(),
                request.texts().get("chart.taxCodes.lead", request.formats().longDate(date)),
                List.of(
                        part("chart.taxCodes.sales", code -> code.side() == Side.SALE, request, date, accounts),
                        part(
                                "chart.taxCodes.purchases",
                                code -> code.side() == Side.PURCHASE && code.calculation() != Calculation.REVERSE,
                                request,
                                date,
                                accounts),
                        part(
                                "chart.taxCodes.abroad",
                                code -> code.calculation() == Calculation.REVERSE,
                                request,
                                date,
                                accounts)));
        return Reply.page(new View("account/tax-codes.jte", page));
    }

    private static TaxCodesPage.Part part(
            String title,
            Predicate<TaxCode> which,
            Request request,
            LocalDate date,
            Map<AccountRole, AccountCode> accounts) {
        return new TaxCodesPage.Part(
                request.texts().get(title),
                TaxCodes.on(date).stream()
                        .filter(which)
                        .map(code -> row(code, request, date, accounts))
                        .toList());
    }

    private static TaxCodesPage.Row row(
            TaxCode code, Request request, LocalDate date, Map<AccountRole, AccountCode> accounts) {
        String told = Stream.of(code.outputTax(), code.inputTax())
                .flatMap(Optional::stream)
                .flatMap(role -> Optional.ofNullable(accounts.get(role)).stream())
                .map(AccountCode::digits)
                .collect(Collectors.joining(" + "));
        String how = code.calculation() == Calculation.REVERSE && !code.isDeductible()
                ? "COST"
                : code.calculation().name();
        return new TaxCodesPage.Row(
                code.code(),
                code.name(request.language().tag()),
                code.rate().map(rate -> request.formats().rate(rate.on(date))).orElse(""),
                code.rate().map(rate -> history(rate, request)).orElse(""),
                request.texts().get("chart.taxCodes.how." + how),
                told,
                request.texts().get(code.isReported() ? "chart.taxCodes.reported" : "chart.taxCodes.notReported"));
    }

    private static String history(RateHistory rate, Request request) {
        List<String> told = new ArrayList<>();
        if (rate.changes().size() > 1) {
            rate.changes()
                    .forEach(change -> told.add(request.texts()
                            .get(
                                    "chart.taxCodes.rateFrom",
                                    request.formats().rate(change.basisPoints()),
                                    request.formats().date(change.validFrom()))));
        }
        return String.join(", ", told);
    }
}
