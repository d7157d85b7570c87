package no.avstemt.web.connection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.watch.TakeSalesUnit;
import no.avstemt.application.watch.TakeSalesUnit.Answer;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.client.SalesUnit.BookedFrom;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Choice.Option;
import no.avstemt.web.page.Link;
import no.avstemt.web.text.Texts;

/** A sales unit that came to a ledger in use: what onboarding asked of the others is asked of it. */
public final class NewUnitRoutes {

    private static final String PATH = "/sales-unit";
    private static final Param<String> LEDGER = Param.required(Addresses.LEDGER, ParamType.text(100));
    private static final Param<String> HANDLE = Param.required("handle", ParamType.text(100));
    private static final Param<BookedFrom> BOOKED_FROM = Param.withDefault(
                    "booked_from",
                    ParamType.choice(ParamType.byName(List.of(BookedFrom.values()), BookedFrom::name)),
                    BookedFrom.VIPPS.name())
            .inForm();
    private static final Param<TaxCode> DEFAULT_CODE = code("default_code", LedgerForm.DEFAULT_CODES);
    private static final Param<TaxCode> ZERO_RATE = code("zero_rate", LedgerForm.ZERO_RATES);

    private static final Field<String> LEDGER_ID = Field.required("ledger_id", Kind.text(100));
    private static final Field<String> UNIT_HANDLE =
            Field.required("handle", Kind.text(100)).describedAs("As sales_units of the list of ledgers has it.");
    private static final Field<BookedFrom> SOURCE = Field.required(
                    "sales_booked_from",
                    Kind.choice(Map.of("vipps", BookedFrom.VIPPS, "elsewhere", BookedFrom.ELSEWHERE)))
            .describedAs("Whether its sales are booked from Vipps, or by another system.");
    private static final Field<TaxCode> DEFAULT_TAX = Field.withDefault(
                    "default_tax_code",
                    Kind.choice(ParamType.byName(LedgerForm.DEFAULT_CODES, TaxCode::code)),
                    TaxCode.OUTPUT_HIGH)
            .describedAs("Of sales whose VAT Vipps does not tell.");
    private static final Field<TaxCode> ZERO_TAX = Field.withDefault(
                    "zero_rate_code",
                    Kind.choice(ParamType.byName(LedgerForm.ZERO_RATES, TaxCode::code)),
                    TaxCode.ZERO_RATED)
            .describedAs("Of sales that Vipps tells at 0 %.");
    private static final Shape BODY =
            Shape.of("NewSalesUnitFields", LEDGER_ID, UNIT_HANDLE, SOURCE, DEFAULT_TAX, ZERO_TAX);

    private static final Resource<Taken> TAKEN = Resource.<Taken>named("NewSalesUnit")
            .with("ledger_id", Kind.text(100), taken -> taken.ledger().value())
            .with("handle", Kind.text(100), taken -> taken.unit().handle())
            .with("name", Kind.text(200), taken -> taken.unit().name());

    private final TakeSalesUnit takeSalesUnit;
    private final ClientFrames frames;

    public NewUnitRoutes(TakeSalesUnit takeSalesUnit, ClientFrames frames) {
        this.takeSalesUnit = takeSalesUnit;
        this.frames = frames;
    }

    private record Taken(LedgerId ledger, SalesUnit unit) {}

    private static Param<TaxCode> code(String name, List<TaxCode> offered) {
        return Param.withDefault(
                        name,
                        ParamType.choice(ParamType.byName(offered, TaxCode::code)),
                        offered == LedgerForm.ZERO_RATES ? TaxCode.ZERO_RATED.code() : TaxCode.OUTPUT_HIGH.code())
                .inForm();
    }

    public static Address address(ClientAccountId client, LedgerId ledger, String handle) {
        return Address.of(PATH)
                .with(Addresses.CLIENT, client)
                .with(LEDGER.name(), ledger.value())
                .with(HANDLE.name(), handle);
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH)
                        .toReaders()
                        .ofClient()
                        .takes(LEDGER, HANDLE)
                        .answers(RouteDraft.HTML)
                        .says("A sales unit that came to a ledger in use, and what is asked of it.")
                        .by(this::show),
                Route.post(PATH)
                        .toWriters()
                        .ofClient()
                        .takes(LEDGER.inForm(), HANDLE.inForm(), BOOKED_FROM, DEFAULT_CODE, ZERO_RATE)
                        .answers(RouteDraft.HTML)
                        .says("Takes a new sales unit of a ledger into use.")
                        .by(this::take),
                Route.post("/api/v2/sales-units")
                        .toWriters()
                        .ofClient()
                        .body(BODY)
                        .gives(201, TAKEN)
                        .conflicts("Vipps lists no such sales unit on the ledger, or it is in use")
                        .says("Takes a sales unit into use that came to a ledger in use (V-28); until then its money"
                                + " stands on suspense.")
                        .by(this::create));
    }

    private Reply show(Request request) {
        return takeSalesUnit
                .waiting(request.client(), ledger(request.get(LEDGER)), request.get(HANDLE))
                .map(name -> page(request, name))
                .orElseGet(() -> toFindings(request));
    }

    private Reply take(Request request) {
        takeSalesUnit.run(
                request.client(),
                Actor.of(request.caller()),
                new Answer(
                        ledger(request.get(LEDGER.inForm())),
                        request.get(HANDLE.inForm()),
                        request.get(BOOKED_FROM),
                        request.get(DEFAULT_CODE),
                        request.get(ZERO_RATE)));
        return toFindings(request);
    }

    private Reply create(Request request) {
        LedgerId ledger = new LedgerId(request.body().get(LEDGER_ID));
        String handle = request.body().get(UNIT_HANDLE);
        Optional<SalesUnit> taken = takeSalesUnit.run(
                request.client(),
                Actor.of(request.caller()),
                new Answer(
                        ledger,
                        handle,
                        request.body().get(SOURCE),
                        request.body().get(DEFAULT_TAX),
                        request.body().get(ZERO_TAX)));
        return Reply.created(TAKEN.json(taken.map(unit -> new Taken(ledger, unit))
                .orElseThrow(() -> Problem.conflict("unit.notWaiting", handle, ledger.value()))));
    }

    private static LedgerId ledger(String text) {
        if (text.isBlank()) {
            throw Problem.notFound();
        }
        return new LedgerId(text);
    }

    /** Of one that was taken into use meanwhile there is nothing left to ask. */
    private static Reply toFindings(Request request) {
        return Reply.seeOther(Addresses.findings(request.client()).toString());
    }

    private Reply page(Request request, String name) {
        Texts texts = request.texts();
        String unit = name.equals(request.get(HANDLE)) ? name : name + ", " + request.get(HANDLE);
        Link findings = Link.to(
                texts.get("page.findings"), Addresses.findings(request.client()).toString());
        return Reply.page(new View(
                "connection/unit.jte",
                new NewUnitPage(
                        frames.frame(request, RailPage.FINDINGS, texts.get("unit.title", unit), List.of(findings)),
                        texts.get("unit.title", unit),
                        texts.get("unit.lead", request.get(LEDGER)),
                        request.client().toString(),
                        request.get(LEDGER),
                        request.get(HANDLE),
                        choice(
                                BOOKED_FROM.name(),
                                texts.get("onboarding.bookedFrom"),
                                List.of(BookedFrom.values()),
                                BookedFrom::name,
                                each -> texts.get("onboarding.bookedFrom." + each.name())),
                        codes(DEFAULT_CODE, "onboarding.defaultCode", LedgerForm.DEFAULT_CODES, texts),
                        codes(ZERO_RATE, "onboarding.zeroRate", LedgerForm.ZERO_RATES, texts),
                        request.caller().mayWrite())));
    }

    private static Choice codes(Param<TaxCode> param, String label, List<TaxCode> offered, Texts texts) {
        return choice(
                param.name(),
                texts.get(label),
                offered,
                TaxCode::code,
                code -> code.code() + " – " + code.name(texts.tag()));
    }

    /** The usual answer, which comes first, is chosen. */
    private static <T> Choice choice(
            String name, String label, List<T> offered, Function<T, String> value, Function<T, String> shown) {
        return Choice.of(
                name,
                label,
                offered.stream()
                        .map(each -> new Option(value.apply(each), shown.apply(each), each.equals(offered.get(0))))
                        .toList());
    }
}
