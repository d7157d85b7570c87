package no.avstemt.web.settlement;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.avstemt.application.journal.Booking;
import no.avstemt.application.settlement.EntryQuery;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;

/** Makes tables of settlement entries for one request. */
public final class EntryRows {

    private final Request request;
    private final Map<Long, Booking> bookings = new HashMap<>();
    private final Map<String, String> units = new HashMap<>();

    /** @param bookings of the entries, by generation: the latest on the topic's own account is where an entry is booked */
    public EntryRows(Request request, List<Booking> bookings, List<SalesUnit> units) {
        this.request = request;
        bookings.stream()
                .filter(Booking::isOwnAccount)
                .forEach(booking -> this.bookings.put(booking.sourceId(), booking));
        units.forEach(unit -> this.units.put(unit.number(), unit.name()));
    }

    public EntryTable table(String caption, List<StoredEntry> entries) {
        ClientAccountId client = request.client();
        List<EntryTable.Row> rows = entries.stream()
                .map(stored -> row(stored, Optional.empty(), Addresses.settlementEntry(client, stored.id())))
                .toList();
        return new EntryTable(caption, rows, false, "", "", "");
    }

    /** @param address of each entry, by its id */
    EntryTable list(String caption, List<EntryQuery.Row> entries, boolean behindLine, Function<Long, Address> address) {
        List<EntryTable.Row> rows = entries.stream()
                .map(row -> row(
                        row.stored(), row.onLine(), address.apply(row.stored().id())))
                .toList();
        List<Money> amounts =
                entries.stream().map(row -> row.stored().entry().amount()).toList();
        List<Currency> currencies =
                amounts.stream().map(Money::currency).distinct().toList();
        long onLine = entries.stream().mapToLong(row -> row.onLine().orElse(0L)).reduce(0, Math::addExact);
        return new EntryTable(
                caption,
                rows,
                behindLine,
                request.texts().get("list.sum", request.formats().count(rows.size())),
                currencies.size() == 1
                        ? amount(amounts.stream().reduce(Money::plus).orElseThrow())
                        : "",
                behindLine ? request.formats().amount(onLine) : "");
    }

    private EntryTable.Row row(StoredEntry stored, Optional<Long> onLine, Address address) {
        SettlementEntry entry = stored.entry();
        Optional<Booking> booking = Optional.ofNullable(bookings.get(stored.id()));
        return new EntryTable.Row(
                address.toString(),
                request.formats().date(entry.ledgerDate()),
                request.formats().time(entry.time()),
                EntryWords.type(entry, request.texts()),
                entry.vippsType(),
                entry.reference().orElse(""),
                entry.pspReference().orElse(""),
                entry.recipientHandle().map(this::unit).orElse(""),
                amount(entry.amount()),
                onLine.map(request.formats()::amount).orElse(""),
                amount(new Money(entry.balanceAfter(), entry.amount().currency())),
                booking.map(at -> EntryWords.number(at.entry()))
                        .orElse(request.texts().get("entry.notBooked")),
                booking.map(at -> Addresses.journalLine(
                                        request.client(), at.entry().id(), at.lineNo())
                                .toString())
                        .orElse(""));
    }

    /** By its name, or by its number where the unit is not in use. */
    String unit(String handle) {
        String number = SalesUnit.numberOf(handle);
        return units.getOrDefault(number, number);
    }

    private String amount(Money amount) {
        return EntryWords.amount(amount, request.formats());
    }
}
