package no.avstemt.web.currency;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.currency.KeepRates;
import no.avstemt.application.currency.KeepRates.Found;
import no.avstemt.application.currency.KeepRates.Kept;
import no.avstemt.application.currency.RateFile;
import no.avstemt.application.currency.RateInUse;
import no.avstemt.application.currency.RateStore.Search;
import no.avstemt.application.currency.RateStore.Stored;
import no.avstemt.application.currency.RateTooFarAhead;
import no.avstemt.domain.currency.ExchangeRate;
import no.avstemt.domain.time.Oslo;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.Tally;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.page.Link;
import no.avstemt.web.page.Pager;
import no.avstemt.web.table.BroughtTable;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.IsoDay;
import no.avstemt.web.text.Texts;

/** Exchange rates: looked up, entered one by one, taken from a file or pasted, and removed. */
public final class RatePages {

    private static final String PATH = Addresses.EXCHANGE_RATES;
    private static final int ON_PAGE = 25;

    private static final Param<Optional<String>> CURRENCY = filter("currency");
    private static final Param<Optional<String>> FROM = filter("from");
    private static final Param<Optional<String>> TO = filter("to");
    private static final Param<Long> PAGE = Param.withDefault("page", ParamType.number(1, 1_000_000), "1");
    private static final Param<String> LIST = BroughtTable.pasted("rates");
    private static final Tally DONE = new Tally("rate.done", 4);

    private final KeepRates keep;
    private final ClientFrames frames;
    private final Clock clock;

    public RatePages(KeepRates keep, ClientFrames frames, Clock clock) {
        this.keep = keep;
        this.frames = frames;
        this.clock = clock;
    }

    /** A filter that is left empty in the form asks for nothing. */
    private static Param<Optional<String>> filter(String name) {
        return Param.optional(name, ParamType.anyText(20));
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH)
                        .toReaders()
                        .ofClient()
                        .takes(CURRENCY, FROM, TO, PAGE, DONE.param())
                        .answers(RouteDraft.HTML)
                        .says("The exchange rates of a client account, latest first.")
                        .by(request -> page(request, 200, shown(request))),
                Route.post(PATH)
                        .toWriters()
                        .ofClient()
                        .takes(RateForm.PARAMS)
                        .answers(RouteDraft.HTML)
                        .says("Enters one exchange rate, and books what waited for it.")
                        .by(this::enter),
                Route.post(PATH + "/import")
                        .toWriters()
                        .ofClient()
                        .takes(LIST)
                        .files(BroughtTable.FILE, BroughtTable.MOST_BYTES)
                        .answers(RouteDraft.HTML)
                        .says("Takes exchange rates in from a file or pasted, all or none, and books what waited for"
                                + " them.")
                        .by(this::takeIn),
                Route.post(PATH + "/{id}/remove")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .answers(RouteDraft.HTML)
                        .says("Removes an exchange rate that no booked date rests on.")
                        .by(this::remove));
    }

    /** What stands in the forms and above them. */
    private record Shown(
            Search search, long page, RateForm form, String list, Faults faults, List<String> lines, String done) {}

    private Shown shown(Request request) {
        Faults faults = Faults.none();
        Search search = new Search(
                request.get(CURRENCY)
                        .map(code -> code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", ""))
                        .filter(code -> !code.isEmpty()),
                request.get(FROM).flatMap(IsoDay::parse),
                request.get(TO).flatMap(IsoDay::parse));
        return new Shown(search, request.get(PAGE), blank(), "", faults, List.of(), DONE.sentence(request));
    }

    private RateForm blank() {
        return RateForm.empty(Oslo.today(clock));
    }

    private Reply enter(Request request) {
        RateForm form = RateForm.of(request);
        Faults faults = form.faults(request.texts());
        if (faults.any()) {
            return page(request, 422, new Shown(Search.ALL, 1, form, "", faults, List.of(), ""));
        }
        return kept(request, List.of(form.exchangeRate()), form, "");
    }

    private Reply takeIn(Request request) {
        BroughtTable brought = BroughtTable.of(request, LIST);
        Faults faults = Faults.none();
        if (brought.fault().isPresent()) {
            faults.add(BroughtTable.FILE, request.texts().get(brought.fault().get()));
            return page(request, 422, new Shown(Search.ALL, 1, blank(), "", faults, List.of(), ""));
        }
        String list = brought.text();
        RateFile file = RateFile.read(list);
        if (!file.faults().isEmpty()) {
            faults.add(LIST.name(), request.texts().get("rate.file.refused"));
            List<String> lines = file.faults().stream()
                    .map(RateApi::message)
                    .map(request.texts()::get)
                    .toList();
            return page(request, 422, new Shown(Search.ALL, 1, blank(), list, faults, lines, ""));
        }
        return kept(request, file.rates(), blank(), list);
    }

    /** @param form,list what was typed, to be shown again when it is refused */
    private Reply kept(Request request, List<ExchangeRate> rates, RateForm form, String list) {
        try {
            Kept kept = keep.put(request.client(), Actor.of(request.caller()), rates);
            Address page = Addresses.exchangeRates(request.client());
            return DONE.seenAt(page, kept.added(), kept.changed(), kept.unchanged(), kept.booked());
        } catch (RateInUse used) {
            return page(request, 409, new Shown(Search.ALL, 1, form, list, inUse(used, request), List.of(), ""));
        } catch (RateTooFarAhead far) {
            Faults faults = Faults.none();
            String date = request.formats().date(far.date());
            String latest = request.formats().date(far.latest());
            faults.add(
                    list.isEmpty() ? RateForm.DATE.name() : "", request.texts().get("rate.tooFarAhead", date, latest));
            return page(request, 422, new Shown(Search.ALL, 1, form, list, faults, List.of(), ""));
        }
    }

    private static Faults inUse(RateInUse used, Request request) {
        Faults faults = Faults.none();
        String day = request.formats().date(used.bookedTo());
        faults.add("", request.texts().get("rate.used", used.ledger().value(), day));
        return faults;
    }

    private Reply remove(Request request) {
        try {
            if (!keep.remove(request.client(), Actor.of(request.caller()), request.get(Param.ID))) {
                throw Problem.notFound();
            }
            return Reply.seeOther(Addresses.exchangeRates(request.client()).toString());
        } catch (RateInUse used) {
            return page(request, 409, new Shown(Search.ALL, 1, blank(), "", inUse(used, request), List.of(), ""));
        }
    }

    private Reply page(Request request, int status, Shown shown) {
        Texts texts = request.texts();
        Found found = keep.page(request.client(), shown.search(), (shown.page() - 1) * ON_PAGE, ON_PAGE);
        Link between = Link.to(
                texts.get("page.posting-rules"),
                Addresses.postingRules(request.client()).toString());
        RatesPage page = new RatesPage(
                frames.frame(request, RailPage.POSTING_RULES, texts.get("rate.title"), List.of(between)),
                request.client().toString(),
                needed(keep.needed(request.client()), texts),
                shown.done(),
                filter(shown.search(), texts),
                found.page().stream().map(stored -> row(stored, request)).toList(),
                texts.get(shown.search().equals(Search.ALL) ? "rate.none" : "rate.noneFound"),
                pager(shown, found.records(), request),
                request.caller().mayWrite(),
                shown.faults(),
                shown.form().fields(texts, shown.faults()),
                shown.list(),
                shown.lines());
        return Reply.page(status, new View("currency/rates.jte", page));
    }

    private static String needed(Set<String> currencies, Texts texts) {
        return currencies.isEmpty()
                ? texts.get("rate.needed.none")
                : texts.get("rate.needed", String.join(", ", currencies));
    }

    private static List<Field> filter(Search search, Texts texts) {
        Faults none = Faults.none();
        return List.of(
                Field.text(
                        "currency",
                        texts.get("rate.currency"),
                        search.currency().orElse(""),
                        none),
                Field.text("from", texts.get("rate.from"), day(search.from()), none)
                        .as("date"),
                Field.text("to", texts.get("rate.to"), day(search.to()), none).as("date"));
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static RatesPage.Row row(Stored stored, Request request) {
        ExchangeRate rate = stored.rate();
        Formats formats = request.formats();
        return new RatesPage.Row(
                rate.currency().getCurrencyCode(),
                formats.date(rate.date()),
                formats.count(rate.units()),
                formats.decimal(rate.rate()),
                rate.units() == 1 ? "" : formats.decimal(rate.perUnit()),
                Addresses.exchangeRate(request.client(), stored.id(), "remove").path());
    }

    private static Pager pager(Shown shown, long records, Request request) {
        Address base = Addresses.exchangeRates(request.client());
        if (shown.search().currency().isPresent()) {
            base = base.with(CURRENCY.name(), shown.search().currency().get());
        }
        if (shown.search().from().isPresent()) {
            base = base.with(FROM.name(), shown.search().from().get());
        }
        if (shown.search().to().isPresent()) {
            base = base.with(TO.name(), shown.search().to().get());
        }
        boolean hasNext = shown.page() * ON_PAGE < records;
        return new Pager(
                shown.page() > 1 ? base.with(PAGE.name(), shown.page() - 1).toString() : "",
                hasNext ? base.with(PAGE.name(), shown.page() + 1).toString() : "");
    }
}
