package no.avstemt.web.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.journal.Booking;
import no.avstemt.application.paging.From;
import no.avstemt.application.settlement.EntryQuery;
import no.avstemt.application.settlement.EntryQuery.OfLedger;
import no.avstemt.application.settlement.ListEntries;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;

/** {@code /api/v2/vipps/ledgers/{ledger_id}/entries}: the settlement entries that are stored of a ledger. */
public final class LedgerEntryApi {

    private static final Param<String> LEDGER =
            Param.required("ledger_id", ParamType.text(100)).inPath();
    private static final Param<Topic> TOPIC = Param.withDefault(
            "topic", ParamType.choice(ParamType.byName(List.of(Topic.values()), Topic::vippsName)), "funds");
    private static final Kind<String> TEXT = Kind.text(1_000);

    private record Told(EntryQuery.Row row, Optional<Booking> booking) {

        SettlementEntry entry() {
            return row.stored().entry();
        }
    }

    private static final Resource<Told> ENTRY = Resource.<Told>named("SettlementEntry")
            .with("id", Kind.id(), told -> told.row().stored().id())
            .with("ledger_id", TEXT, told -> told.entry().ledger().value())
            .with("topic", TEXT, told -> told.entry().topic().vippsName())
            .with("type", TEXT, told -> told.entry().vippsType())
            .described("In Vipps's own word.")
            .with("ledger_date", Kind.date(), told -> told.entry().ledgerDate())
            .with("time", Kind.moment(), told -> told.entry().time())
            .with("currency", TEXT, told -> currency(told.entry().amount()))
            .with("amount", Kind.amount(), told -> told.entry().amount().minor())
            .described("How the balance of the topic moves, signed.")
            .with("balance_before", Kind.amount(), told -> told.entry().balanceBefore())
            .with("balance_after", Kind.amount(), told -> told.entry().balanceAfter())
            .maybe("psp_reference", TEXT, told -> told.entry().pspReference())
            .maybe("reference", TEXT, told -> told.entry().reference())
            .maybe("recipient_handle", TEXT, told -> told.entry().recipientHandle())
            .maybe(
                    "journal_entry_id",
                    Kind.id(),
                    told -> told.booking().map(booking -> booking.entry().id()))
            .described("The entry that books it; null while it is not booked.");

    private final ListEntries listEntries;

    public LedgerEntryApi(ListEntries listEntries) {
        this.listEntries = listEntries;
    }

    public List<Route> routes() {
        return List.of(Route.get("/api/v2/vipps/ledgers/{ledger_id}/entries")
                .toReaders()
                .ofClient()
                .takes(LEDGER, TOPIC, EntryFilter.DATE_FROM, EntryFilter.DATE_TO)
                .slices(ENTRY, Places.AFTER)
                .says(
                        "The settlement entries that are stored of one topic of a ledger of the client account, the latest"
                                + " ledger date first. 404 when the ledger is another's.")
                .by(this::list));
    }

    private Reply list(Request request) {
        if (request.get(LEDGER).isBlank()) {
            throw Problem.notFound();
        }
        LedgerId ledger = new LedgerId(request.get(LEDGER));
        long perPage = request.get(Paged.PER_PAGE);
        EntryQuery query = query(request, ledger, Math.toIntExact(perPage));
        ListEntries.Found found = listEntries
                .run(request.client(), ledgers -> query)
                .filter(any -> any.ledgers().stream().anyMatch(own -> own.id().equals(ledger)))
                .orElseThrow(Problem::notFound);
        return Reply.json(Paged.envelope(
                found.page(),
                perPage,
                row -> Places.text(row.place()),
                row -> ENTRY.json(new Told(
                        row,
                        Optional.ofNullable(found.bookings().get(row.stored().id()))))));
    }

    /** @throws Problem 400 when the dates do not go together */
    private static EntryQuery query(Request request, LedgerId ledger, int perPage) {
        Optional<LocalDate> first = request.get(EntryFilter.DATE_FROM);
        Optional<LocalDate> last = request.get(EntryFilter.DATE_TO);
        if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
            throw Problem.badRequest("error.dateOrder", "date_from", "date_to");
        }
        return new EntryQuery(
                request.client(),
                new OfLedger(ledger),
                Optional.of(request.get(TOPIC)),
                Optional.empty(),
                first,
                last,
                new From<>(request.get(Places.AFTER), Optional.empty(), perPage));
    }

    private static String currency(Money amount) {
        return amount.currency().getCurrencyCode();
    }
}
