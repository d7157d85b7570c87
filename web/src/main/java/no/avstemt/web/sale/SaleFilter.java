package no.avstemt.web.sale;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.avstemt.application.sale.SaleQuery;
import no.avstemt.application.sale.SaleQuery.Place;
import no.avstemt.application.settlement.EntryQuery.BehindLine;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Oslo;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.report.Selection;
import no.avstemt.web.report.Selection.Option;
import no.avstemt.web.report.Selection.Part;
import no.avstemt.web.settlement.LineParams;
import no.avstemt.web.settlement.Places;
import no.avstemt.web.text.Message;
import no.avstemt.web.text.Texts;

/** What a list of sales was asked for, as it stands in its address. */
record SaleFilter(
        Optional<String> ledger,
        Optional<Sale.Kind> kind,
        Optional<String> payment,
        Optional<LocalDate> first,
        Optional<LocalDate> last,
        Optional<String> search,
        Optional<BehindLine> line) {

    static final Param<Optional<String>> LEDGER = Param.optional("ledger_id", ParamType.text(100));
    static final Param<Optional<Sale.Kind>> KIND =
            Param.optional("kind", ParamType.choice(Map.of("capture", Sale.Kind.CAPTURE, "refund", Sale.Kind.REFUND)));
    static final Param<Optional<String>> PAYMENT = Param.optional("payment_type", ParamType.text(50));
    static final Param<Optional<LocalDate>> DATE_FROM = Param.optional("date_from", ParamType.date());
    static final Param<Optional<LocalDate>> DATE_TO = Param.optional("date_to", ParamType.date());
    static final Param<Optional<String>> SEARCH = Param.optional("search", ParamType.text(200));

    private static final ParamType<Place> PLACE =
            new ParamType<>("string", "", List.of(), Message.of("param.place"), SaleFilter::parse);
    static final Param<Optional<Place>> AFTER = Param.optional("after", PLACE);
    static final Param<Optional<Place>> BEFORE = Param.optional("before", PLACE);

    private static final List<String> PAYMENTS = List.of("WALLET", "CARD", "CASH");
    private static final int PER_PAGE = 50;

    static Param<?>[] all() {
        return new Param<?>[] {
            LEDGER, KIND, PAYMENT, DATE_FROM, DATE_TO, SEARCH, LineParams.ENTRY, LineParams.LINE, AFTER, BEFORE
        };
    }

    /** @throws Problem 400 when the parameters do not go together */
    static SaleFilter of(Request request) {
        Optional<LocalDate> first = request.get(DATE_FROM);
        Optional<LocalDate> last = request.get(DATE_TO);
        if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
            throw Problem.badRequest("error.dateOrder", "date_from", "date_to");
        }
        return new SaleFilter(
                request.get(LEDGER),
                request.get(KIND),
                request.get(PAYMENT),
                first,
                last,
                request.get(SEARCH),
                LineParams.of(request));
    }

    SaleQuery query(Request request) {
        return new SaleQuery(
                request.client(),
                ledger.map(LedgerId::new),
                kind,
                payment,
                first.map(SaleFilter::start),
                last.map(day -> start(day.plusDays(1))),
                search,
                line,
                Places.from(request.get(AFTER), request.get(BEFORE), PER_PAGE));
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(Oslo.ZONE).toInstant();
    }

    /** The address of the list without its place in it. */
    Address address(Request request) {
        Map<String, Object> given = new LinkedHashMap<>();
        ledger.ifPresent(value -> given.put(LEDGER.name(), value));
        kind.ifPresent(value -> given.put(KIND.name(), name(value)));
        payment.ifPresent(value -> given.put(PAYMENT.name(), value));
        first.ifPresent(value -> given.put(DATE_FROM.name(), value));
        last.ifPresent(value -> given.put(DATE_TO.name(), value));
        search.ifPresent(value -> given.put(SEARCH.name(), value));
        return line.map(value -> Addresses.salesBehindLine(request.client(), value.entryId(), value.lineNo()))
                .orElseGet(() -> Addresses.sales(request.client()))
                .with(given);
    }

    Selection selection(Request request, List<OwnLedger> ledgers) {
        if (search.isPresent() || line.isPresent()) {
            return new Selection("/sales", List.of());
        }
        Texts texts = request.texts();
        List<Part> parts = new ArrayList<>();
        parts.add(Part.hidden(Route.CLIENT, request.client().toString()));
        parts.add(Part.choice(KIND.name(), texts.get("filter.kind"), kinds(texts)));
        parts.add(Part.words(texts.get("selection.paidWith")));
        parts.add(Part.choice(PAYMENT.name(), texts.get("filter.payment_type"), payments(texts)));
        if (ledgers.size() > 1) {
            parts.add(Part.words(texts.get("selection.inLedger")));
            parts.add(Part.choice(LEDGER.name(), texts.get("filter.ledger_id"), ledgers(ledgers, texts)));
        }
        parts.add(Part.words(texts.get("selection.dateFrom")));
        parts.add(date(DATE_FROM.name(), first, texts));
        parts.add(Part.words(texts.get("selection.to")));
        parts.add(date(DATE_TO.name(), last, texts));
        return new Selection("/sales", parts);
    }

    private List<Option> kinds(Texts texts) {
        Stream<Option> one = Stream.of(Sale.Kind.values())
                .map(value -> new Option(
                        name(value),
                        texts.get("sales.only." + value),
                        kind.filter(value::equals).isPresent()));
        return Stream.concat(Stream.of(new Option("", texts.get("sales.both"), kind.isEmpty())), one)
                .toList();
    }

    /** A kind of payment that is new to us can still be asked for in the address, and stays. */
    private List<Option> payments(Texts texts) {
        Stream<Option> one = Stream.concat(PAYMENTS.stream(), payment.stream())
                .distinct()
                .map(value -> new Option(
                        value,
                        SaleWords.payment(value, texts),
                        payment.filter(value::equals).isPresent()));
        return Stream.concat(Stream.of(new Option("", texts.get("sales.anyPayment"), payment.isEmpty())), one)
                .toList();
    }

    private List<Option> ledgers(List<OwnLedger> ledgers, Texts texts) {
        Stream<Option> one = ledgers.stream()
                .map(own -> own.id().value())
                .map(id -> new Option(id, id, ledger.filter(id::equals).isPresent()));
        return Stream.concat(Stream.of(new Option("", texts.get("sales.anyLedger"), ledger.isEmpty())), one)
                .toList();
    }

    private static Part date(String name, Optional<LocalDate> value, Texts texts) {
        return Part.date(
                name,
                texts.get("filter." + name),
                value.map(LocalDate::toString).orElse(""));
    }

    private static String name(Sale.Kind kind) {
        return kind == Sale.Kind.CAPTURE ? "capture" : "refund";
    }

    /** Whole microseconds since 1970, and the sale. */
    static String text(Place place) {
        long micros = Math.addExact(
                Math.multiplyExact(place.time().getEpochSecond(), 1_000_000L),
                place.time().getNano() / 1_000);
        return micros + "." + place.id();
    }

    private static Optional<Place> parse(String text) {
        if (!text.matches("[0-9]{1,17}\\.[0-9]{1,18}")) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.", 2);
        long micros = Long.parseLong(parts[0]);
        Instant time = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
        return Optional.of(new Place(time, Long.parseLong(parts[1])));
    }
}
