package no.avstemt.web.currency;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.currency.KeepRates;
import no.avstemt.application.currency.KeepRates.Found;
import no.avstemt.application.currency.KeepRates.Kept;
import no.avstemt.application.currency.RateFile;
import no.avstemt.application.currency.RateInUse;
import no.avstemt.application.currency.RateStore.Search;
import no.avstemt.application.currency.RateStore.Stored;
import no.avstemt.application.currency.RateTooFarAhead;
import no.avstemt.application.journal.SpooledFile;
import no.avstemt.domain.currency.ExchangeRate;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.Fault;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.text.Message;

/** {@code /api/v2/exchange-rates}: what other currencies are worth in kroner. */
public final class RateApi {

    private static final String PATH = "/api/v2/exchange-rates";
    private static final String CHANGED_IN_USE =
            "a rate would change, and a ledger in the currency is booked on its date or later";
    private static final String CSV = "text/csv";
    private static final long LARGEST_FILE = 4 << 20;
    private static final int DIGITS_BEFORE = 6;
    private static final int DIGITS_AFTER = 10;
    private static final Kind<Long> COUNT = Kind.number(0, Long.MAX_VALUE);

    private static final Param<Optional<String>> CURRENCY_PARAM = Param.optional("currency_code", ParamType.text(3));
    private static final Param<Optional<LocalDate>> FROM = Param.optional("date_from", ParamType.date());
    private static final Param<Optional<LocalDate>> TO = Param.optional("date_to", ParamType.date());

    private static final Kind<Currency> CODE =
            Kind.text(3).as(RateFile::currency, Currency::getCurrencyCode, Message.of("rate.allowed.currency"));
    private static final Kind<BigDecimal> NUMBER = Kind.decimal(DIGITS_BEFORE, DIGITS_AFTER)
            .as(rate -> Optional.of(rate).filter(ExchangeRate::isRate), rate -> rate, Message.of("rate.allowed.rate"));
    private static final Kind<Long> UNIT_COUNT = Kind.number(1, 10_000)
            .as(
                    units -> Optional.of(units).filter(some -> ExchangeRate.isUnits(some.intValue())),
                    units -> units,
                    Message.of("rate.allowed.units"));

    private static final Field<Currency> CURRENCY = Field.required("currency_code", CODE);
    private static final Field<LocalDate> DATE = Field.required("date", Kind.date());
    private static final Field<BigDecimal> RATE =
            Field.required("rate", NUMBER).describedAs("Kroner for that many units.");
    private static final Field<Long> UNITS = Field.withDefault("units", UNIT_COUNT, 1L)
            .describedAs("How many of the currency the rate is for, as Norges Bank tells it: 100 for DKK, 1 for EUR.");
    private static final Shape NEW_RATE = Shape.of("ExchangeRateFields", CURRENCY, DATE, RATE, UNITS);

    private static final Resource<Stored> STORED = Resource.<Stored>named("ExchangeRate")
            .with("id", Kind.id(), Stored::id)
            .with("currency_code", CODE, stored -> stored.rate().currency())
            .with("date", Kind.date(), stored -> stored.rate().date())
            .with("rate", NUMBER, stored -> stored.rate().rate())
            .with("units", UNIT_COUNT, stored -> (long) stored.rate().units())
            .with("exchange_rate", NUMBER, stored -> stored.rate().perUnit())
            .described("Kroner for one unit, as journal lines carry it.");

    private static final Resource<Kept> KEPT = Resource.<Kept>named("ImportedExchangeRates")
            .with("added", COUNT, kept -> (long) kept.added())
            .with("changed", COUNT, kept -> (long) kept.changed())
            .with("unchanged", COUNT, kept -> (long) kept.unchanged())
            .with("journal_entries", COUNT, kept -> (long) kept.booked())
            .described("How many were posted, of dates that waited for one of the rates.");

    private final KeepRates keep;

    public RateApi(KeepRates keep) {
        this.keep = keep;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH)
                        .toReaders()
                        .ofClient()
                        .takes(CURRENCY_PARAM, FROM, TO)
                        .lists(STORED)
                        .says(
                                "Exchange rates, latest first. A date without one takes that of the last date before it which"
                                        + " has one, at most 7 days back.")
                        .by(this::list),
                Route.get(PATH + "/{id}")
                        .toReaders()
                        .ofClient()
                        .takes(Param.ID)
                        .gives(200, STORED)
                        .says("One exchange rate.")
                        .by(request -> Reply.json(STORED.json(keep.find(request.client(), request.get(Param.ID))
                                .orElseThrow(Problem::notFound)))),
                Route.put(PATH)
                        .toWriters()
                        .ofClient()
                        .body(NEW_RATE)
                        .gives(200, STORED)
                        .conflicts(CHANGED_IN_USE)
                        .says("Enters the rate of a currency and date, in the place of one that no booked date rests"
                                + " on, and books what waited for it.")
                        .by(this::put),
                Route.post(PATH + "/import")
                        .toWriters()
                        .ofClient()
                        .streams(CSV)
                        .gives(200, KEPT)
                        .conflicts(CHANGED_IN_USE)
                        .says(
                                "Takes a file of rates, all of it or nothing: Norges Bank's own series (BASE_CUR, QUOTE_CUR,"
                                        + " UNIT_MULT, TIME_PERIOD, OBS_VALUE) or currency, date, rate and units. Semicolons, commas or"
                                        + " tabs, decimal comma or point.")
                        .by(this::takeFile),
                Route.delete(PATH + "/{id}")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .givesNothing()
                        .conflicts("a ledger in the currency is booked on its date or later")
                        .says("Removes a rate that no booked date rests on.")
                        .by(this::remove));
    }

    private Reply list(Request request) {
        Paged paged = Paged.of(request);
        Optional<LocalDate> from = request.get(FROM);
        Optional<LocalDate> to = request.get(TO);
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw Problem.badRequest("error.dateOrder", FROM.name(), TO.name());
        }
        Search search = new Search(request.get(CURRENCY_PARAM).map(code -> code.toUpperCase(Locale.ROOT)), from, to);
        Found found = keep.page(request.client(), search, paged.offset(), Math.toIntExact(paged.perPage()));
        return Reply.json(paged.envelope(found.records(), found.page(), STORED::json));
    }

    private Reply put(Request request) {
        Body body = request.body();
        ExchangeRate rate = new ExchangeRate(
                body.get(CURRENCY), body.get(DATE), body.get(UNITS).intValue(), body.get(RATE));
        kept(request, List.of(rate));
        return Reply.json(STORED.json(
                keep.find(request.client(), rate.currency(), rate.date()).orElseThrow(Problem::notFound)));
    }

    private Reply takeFile(Request request) {
        RateFile file = RateFile.read(text(request));
        if (!file.faults().isEmpty()) {
            throw Problem.faulty(file.faults().stream().map(RateApi::fault).toList());
        }
        return Reply.json(KEPT.json(kept(request, file.rates())));
    }

    private Kept kept(Request request, List<ExchangeRate> rates) {
        try {
            return keep.put(request.client(), Actor.of(request.caller()), rates);
        } catch (RateInUse used) {
            throw inUse(used);
        } catch (RateTooFarAhead far) {
            throw Problem.faulty(List.of(Fault.of(
                    DATE.name(),
                    "rate.tooFarAhead",
                    far.date().toString(),
                    far.latest().toString())));
        }
    }

    private static Problem inUse(RateInUse used) {
        return Problem.conflict(
                "rate.used", used.ledger().value(), used.bookedTo().toString());
    }

    private static String text(Request request) {
        try (SpooledFile file = SpooledFile.of(request.stream(), LARGEST_FILE);
                Reader reader = file.open()) {
            file.lineThatIsNoText().or(file::lineThatIsNotUtf8).ifPresent(RateApi::refuseAsNoText);
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (SpooledFile.TooLarge e) {
            throw new Problem(413, "import.tooLarge", Long.toString(LARGEST_FILE >> 20));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseAsNoText(long line) {
        throw Problem.faulty(List.of(Fault.of("line " + line, "table.binary")));
    }

    private static Fault fault(RateFile.Fault fault) {
        return new Fault(
                "line " + fault.line() + (fault.column().isEmpty() ? "" : " " + fault.column()), message(fault));
    }

    /** The line and column, then what is wrong there. */
    static Message message(RateFile.Fault fault) {
        return Message.of("rate.file.line", Long.toString(fault.line()), fault.column())
                .and(Message.of(fault.textKey(), fault.fact()));
    }

    private Reply remove(Request request) {
        try {
            if (!keep.remove(request.client(), Actor.of(request.caller()), request.get(Param.ID))) {
                throw Problem.notFound();
            }
            return Reply.done();
        } catch (RateInUse used) {
            throw inUse(used);
        }
    }
}
