package no.avstemt.web.account;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.chart.ShowChart;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.chart.TaxCode.Calculation;
import no.avstemt.domain.chart.TaxCode.Side;
import no.avstemt.domain.chart.TaxCodes;
import no.avstemt.domain.time.Oslo;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;

/** {@code GET /api/v2/tax-codes}: the codes that are valid on a date, with the client's accounts for their tax. */
public final class TaxCodeApi {

    private static final Param<Optional<LocalDate>> DATE = Param.optional("date", ParamType.date())
            .describedAs("The day that rates are told for; today when missing.");

    private static final Resource<Told> TOLD = Resource.<Told>named("TaxCode")
            .with("code", Kind.text(10), told -> told.code().code())
            .with("standard_tax_code", Kind.text(10), told -> told.code().standardCode())
            .with("name_nb", Kind.text(100), told -> told.code().name("nb"))
            .with("name_en", Kind.text(100), told -> told.code().name("en"))
            .with("side", Kind.choice(names(Side.values())), told -> told.code().side())
            .with(
                    "calculation",
                    Kind.choice(names(Calculation.values())),
                    told -> told.code().calculation())
            .described("Where the tax is: none, included in the amount, reverse (on top, by the buyer), or alone.")
            .maybe("rate", Kind.decimal(3, 2), Told::rate)
            .described("Per cent; null for codes to which no rate belongs.")
            .with("deductible", Kind.flag(), told -> told.code().isDeductible())
            .with("reported", Kind.flag(), told -> told.code().isReported())
            .described("Whether it stands in the VAT return.")
            .maybe(
                    "output_tax_account_code",
                    AccountShapes.CODE,
                    told -> told.account(told.code().outputTax()))
            .maybe(
                    "input_tax_account_code",
                    AccountShapes.CODE,
                    told -> told.account(told.code().inputTax()))
            .maybe("valid_from", Kind.date(), told -> told.code().validFrom())
            .maybe("valid_to", Kind.date(), told -> told.code().validTo());

    private final ShowChart showChart;
    private final Clock clock;

    public TaxCodeApi(ShowChart showChart, Clock clock) {
        this.showChart = showChart;
        this.clock = clock;
    }

    private record Told(TaxCode code, LocalDate date, Map<AccountRole, AccountCode> accounts) {

        Optional<BigDecimal> rate() {
            return code.rate().map(history -> BigDecimal.valueOf(history.on(date), 2));
        }

        Optional<AccountCode> account(Optional<AccountRole> role) {
            return role.map(accounts::get);
        }
    }

    public List<Route> routes() {
        return List.of(Route.get("/api/v2/tax-codes")
                .toReaders()
                .ofClient()
                .takes(DATE)
                .lists(TOLD)
                .says("The tax codes that are valid on a date, with their rates and the client's accounts.")
                .by(this::list));
    }

    private Reply list(Request request) {
        LocalDate date = request.get(DATE).orElseGet(() -> LocalDate.ofInstant(clock.instant(), Oslo.ZONE));
        Map<AccountRole, AccountCode> accounts = accounts(showChart, request);
        List<Told> told = TaxCodes.on(date).stream()
                .map(code -> new Told(code, date, accounts))
                .toList();
        return Reply.json(Paged.of(request).envelope(told, TOLD::json));
    }

    static Map<AccountRole, AccountCode> accounts(ShowChart showChart, Request request) {
        Map<AccountRole, AccountCode> accounts = new EnumMap<>(AccountRole.class);
        showChart
                .accounts(request.client())
                .forEach(used -> used.roles()
                        .forEach(role -> accounts.put(role, used.account().code())));
        return accounts;
    }

    private static <E extends Enum<E>> Map<String, E> names(E[] values) {
        Map<String, E> names = new LinkedHashMap<>();
        for (E value : values) {
            names.put(value.name().toLowerCase(Locale.ROOT), value);
        }
        return names;
    }
}
