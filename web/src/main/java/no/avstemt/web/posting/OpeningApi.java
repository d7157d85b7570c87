package no.avstemt.web.posting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.application.opening.OpenBooks;
import no.avstemt.application.opening.OpeningFault;
import no.avstemt.application.opening.OpeningLine;
import no.avstemt.application.opening.OpeningRefused;
import no.avstemt.application.opening.OpeningSheet;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.Fault;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;

/** {@code /api/v2/opening-balances}: what the books begin with. */
public final class OpeningApi {

    private static final String PATH = "/api/v2/opening-balances";
    private static final int MOST_LINES = 5_000;
    private static final Param<Boolean> PREVIEW = Param.withDefault("preview", ParamType.flag(), "false")
            .describedAs("Shows what would be posted, and posts nothing.");

    private static final Field<AccountCode> ACCOUNT = Field.required("account_code", TermsShapes.CODE);
    private static final Field<Long> DEBIT = Field.withDefault("debit", Kind.positiveOrZeroAmount(), 0L);
    private static final Field<Long> CREDIT = Field.withDefault("credit", Kind.positiveOrZeroAmount(), 0L);
    private static final Field<Optional<String>> RELATION = Field.optional("relation", Kind.text(100))
            .describedAs("The ledger, bank account or partner that the line is about, where its account asks for one.");
    private static final Shape LINE = Shape.of("OpeningBalanceFields", ACCOUNT, DEBIT, CREDIT, RELATION);
    private static final Field<List<Body>> LINES = Field.each("lines", Kind.object(LINE), MOST_LINES);
    private static final Field<Optional<String>> HELD_REASON = Field.optional("held_reason", Kind.text(500))
            .describedAs("Why they are posted all the same, when the month of the start date is held.");
    private static final Shape LIST = Shape.of("OpeningBalancesFields", LINES, HELD_REASON);

    private static final Resource<OpeningSheet.Row> ROW = Resource.<OpeningSheet.Row>named("OpeningBalance")
            .with("account_code", TermsShapes.CODE, row -> row.account().code())
            .maybe("relation", Kind.text(100), row -> row.line().relation())
            .with("debit", Kind.amount(), row -> Math.max(0, row.line().amount()))
            .with("credit", Kind.amount(), row -> Math.max(0, -row.line().amount()))
            .with("computed", Kind.flag(), OpeningSheet.Row::fromVipps)
            .described("Whether it was worked out from what Vipps tells, since the list does not say.")
            .maybe("balance_at_vipps", Kind.amount(), OpeningSheet.Row::atVipps)
            .described("In ledger sign.");
    private static final Resource<OpeningSheet.MissingRate> MISSING_RATE = Resource.<OpeningSheet.MissingRate>named(
                    "OpeningRateMissing")
            .with("ledger_id", Kind.text(100), rate -> rate.ledger().value())
            .with("currency_code", Kind.text(3), rate -> rate.currency().getCurrencyCode())
            .with("date", Kind.date(), OpeningSheet.MissingRate::day)
            .described("The day before the start date. One of the seven days before it serves too.");
    private static final Resource<OpeningSheet> SHEET = Resource.<OpeningSheet>named("OpeningBalances")
            .with("date", Kind.date(), OpeningSheet::date)
            .each("lines", ROW, OpeningSheet::rows)
            .with("difference", Kind.amount(), OpeningSheet::difference)
            .described("Debit less credit; zero before anything is posted.")
            .each("missing_rates", MISSING_RATE, OpeningSheet::missingRates)
            .described("Ledgers in another currency that are left out of the lines, since a rate is missing. Put it in"
                    + " at /api/v2/exchange-rates before anything is posted.")
            .maybe("journal_entry_id", Kind.id(), sheet -> sheet.posted().map(EntryRef::id))
            .maybe("number", Kind.text(40), sheet -> sheet.posted().map(OpeningApi::number));

    private final OpenBooks openBooks;

    public OpeningApi(OpenBooks openBooks) {
        this.openBooks = openBooks;
    }

    static String number(EntryRef ref) {
        return ref.fiscalYear() + "/" + ref.number();
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH)
                        .toReaders()
                        .ofClient()
                        .gives(200, SHEET)
                        .says("What Vipps says stood on the Vipps accounts on the start date, and the entry that is"
                                + " posted.")
                        .by(request -> Reply.json(SHEET.json(openBooks.preview(request.client(), List.of())))),
                Route.post(PATH)
                        .toWriters()
                        .ofClient()
                        .takes(PREVIEW)
                        .body(LIST)
                        .gives(201, SHEET)
                        .conflicts("the books are open already; cancel that entry first")
                        .says("Posts what the books begin with: the list given, and Vipps's own figures where it is"
                                + " silent.")
                        .by(this::open));
    }

    private Reply open(Request request) {
        List<OpeningLine> given = lines(request.body());
        Optional<String> heldReason = request.body().get(HELD_REASON);
        if (request.get(PREVIEW)) {
            OpeningSheet sheet = openBooks.preview(request.client(), given, heldReason);
            refuseFaults(sheet);
            return Reply.json(201, SHEET.json(sheet));
        }
        try {
            Map<String, Object> opened =
                    SHEET.json(openBooks.run(request.client(), Actor.of(request.caller()), given, heldReason));
            return Reply.created(opened);
        } catch (OpeningRefused refused) {
            throw problem(refused.sheet());
        }
    }

    private static List<OpeningLine> lines(Body body) {
        List<OpeningLine> lines = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Body line : body.get(LINES)) {
            if (line.get(DEBIT) != 0 && line.get(CREDIT) != 0) {
                String place = place(lines.size());
                faults.add(Fault.of(place + "." + CREDIT.name(), "entry-body.bothSides", place));
            }
            lines.add(new OpeningLine(line.get(ACCOUNT), line.get(RELATION), line.get(DEBIT) - line.get(CREDIT)));
        }
        if (!faults.isEmpty()) {
            throw Problem.faulty(faults);
        }
        return lines;
    }

    private static Problem problem(OpeningSheet sheet) {
        if (sheet.posted().isPresent()) {
            return Problem.conflict("opening.already", number(sheet.posted().get()));
        }
        refuseFaults(sheet);
        if (!sheet.missingRates().isEmpty()) {
            return Problem.faulty(
                    sheet.missingRates().stream().map(OpeningApi::fault).toList());
        }
        if (sheet.rows().isEmpty()) {
            return Problem.faulty(List.of(Fault.of("lines", "opening.empty")));
        }
        String difference = BigDecimal.valueOf(sheet.difference(), 2).toPlainString();
        return Problem.faulty(List.of(Fault.of("lines", "opening.difference", difference)));
    }

    private static void refuseFaults(OpeningSheet sheet) {
        if (!sheet.faults().isEmpty()) {
            throw Problem.faulty(sheet.faults().stream().map(OpeningApi::fault).toList());
        }
    }

    private static Fault fault(OpeningFault fault) {
        String field = place(fault.line())
                + "."
                + (fault.reason().field().equals("account") ? ACCOUNT.name() : RELATION.name());
        return Fault.of(field, fault.reason().textKey(), facts(fault, OpeningApi::place));
    }

    private static Fault fault(OpeningSheet.MissingRate rate) {
        return Fault.of(
                "lines",
                "opening.rateMissing",
                rate.ledger().value(),
                rate.currency().getCurrencyCode(),
                rate.day().toString());
    }

    private static String place(int line) {
        return "lines[" + line + "]";
    }

    /** @param place how a line is called where the fault is told */
    static String[] facts(OpeningFault fault, IntFunction<String> place) {
        return fault.reason() == OpeningFault.Reason.TWICE
                ? new String[] {
                    fault.facts().get(0),
                    place.apply(Integer.parseInt(fault.facts().get(1)))
                }
                : fault.facts().toArray(String[]::new);
    }
}
