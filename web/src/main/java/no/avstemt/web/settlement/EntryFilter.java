package no.avstemt.web.settlement;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.paging.From;
import no.avstemt.application.settlement.EntryQuery;
import no.avstemt.application.settlement.EntryQuery.BehindLine;
import no.avstemt.application.settlement.EntryQuery.Named;
import no.avstemt.application.settlement.EntryQuery.OfLedger;
import no.avstemt.application.settlement.EntryQuery.Place;
import no.avstemt.application.settlement.EntryQuery.Scope;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;

/**
 * What a list of settlement entries was asked for, as it stands in its address. A search and a journal line look across
 * ledgers and topics; else it is one topic of one ledger, since a balance follows from entry to entry only there.
 */
record EntryFilter(
        Optional<String> ledger,
        Optional<Kind> kind,
        Optional<LocalDate> first,
        Optional<LocalDate> last,
        Optional<String> search,
        Optional<BehindLine> line,
        From<Place> from) {

    static final Param<Optional<String>> LEDGER = Param.optional("ledger_id", ParamType.text(100));
    static final Param<Optional<Kind>> TYPE = Param.optional("type", ParamType.choice(kinds()));
    static final Param<Optional<LocalDate>> DATE_FROM = Param.optional("date_from", ParamType.date());
    static final Param<Optional<LocalDate>> DATE_TO = Param.optional("date_to", ParamType.date());
    static final Param<Optional<String>> SEARCH = Param.optional("search", ParamType.text(200));

    private static final int PER_PAGE = 50;

    /** A topic, all of it or one type of entry. */
    record Kind(Topic topic, Optional<EntryType> type) {

        static final Kind FUNDS = new Kind(Topic.FUNDS, Optional.empty());

        String name() {
            return topic.vippsName() + type.map(one -> "." + nameOf(one)).orElse("");
        }

        private static String nameOf(EntryType type) {
            return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Every kind by its name in the address, each topic before its types. */
    static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (Topic topic : Topic.values()) {
            Kind all = new Kind(topic, Optional.empty());
            kinds.put(all.name(), all);
            for (EntryType type : EntryType.values()) {
                if (type.topic() == topic) {
                    Kind one = new Kind(topic, Optional.of(type));
                    kinds.put(one.name(), one);
                }
            }
        }
        return kinds;
    }

    /** @throws Problem 400 when the parameters do not go together */
    static EntryFilter of(Request request) {
        Optional<LocalDate> first = request.get(DATE_FROM);
        Optional<LocalDate> last = request.get(DATE_TO);
        if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
            throw Problem.badRequest("error.dateOrder", "date_from", "date_to");
        }
        EntryFilter filter = new EntryFilter(
                request.get(LEDGER),
                request.get(TYPE),
                first,
                last,
                request.get(SEARCH),
                LineParams.of(request),
                Places.from(request, PER_PAGE));
        filter.refuseBesideLine(LEDGER.name(), filter.ledger);
        filter.refuseBesideLine(SEARCH.name(), filter.search);
        return filter;
    }

    /** A journal line has its entries, and nothing that is looked for elsewhere. */
    private void refuseBesideLine(String name, Optional<String> given) {
        if (line.isPresent() && given.isPresent()) {
            throw Problem.badRequest("error.notTogether", name, LineParams.ENTRY.name());
        }
    }

    EntryQuery query(Request request, List<OwnLedger> ledgers) {
        Optional<Kind> asked = kind.or(() -> acrossLedgers() ? Optional.empty() : Optional.of(Kind.FUNDS));
        return new EntryQuery(
                request.client(), scope(ledgers), asked.map(Kind::topic), asked.flatMap(Kind::type), first, last, from);
    }

    boolean acrossLedgers() {
        return search.isPresent() || line.isPresent();
    }

    private Scope scope(List<OwnLedger> ledgers) {
        if (line.isPresent()) {
            return line.get();
        }
        if (search.isPresent()) {
            return new Named(
                    search.get(),
                    ledgers.stream()
                            .map(OwnLedger::id)
                            .filter(id -> ledger.isEmpty()
                                    || ledger.filter(id.value()::equals).isPresent())
                            .toList());
        }
        return new OfLedger(shownLedger(ledgers).orElse(new LedgerId("-")));
    }

    /** The one asked for, else the client account's first. */
    Optional<LedgerId> shownLedger(List<OwnLedger> ledgers) {
        return ledger.map(LedgerId::new)
                .or(() -> ledgers.stream().map(OwnLedger::id).findFirst());
    }

    Kind shownKind() {
        return kind.orElse(Kind.FUNDS);
    }

    /** The address of the list without its place in it. */
    Address address(Request request) {
        Map<String, Object> given = new LinkedHashMap<>();
        ledger.ifPresent(value -> given.put(LEDGER.name(), value));
        kind.ifPresent(value -> given.put(TYPE.name(), value.name()));
        first.ifPresent(value -> given.put(DATE_FROM.name(), value));
        last.ifPresent(value -> given.put(DATE_TO.name(), value));
        search.ifPresent(value -> given.put(SEARCH.name(), value));
        line.ifPresent(value -> {
            given.put(LineParams.ENTRY.name(), value.entryId());
            given.put(LineParams.LINE.name(), value.lineNo());
        });
        return Addresses.settlementEntries(request.client()).with(given);
    }
}
