package no.avstemt.web.settlement;

import java.util.List;
import no.avstemt.application.journal.Booking;
import no.avstemt.web.http.Request;
import no.avstemt.web.journal.Trail;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.settlement.SettlementEntryPage.BookedLine;

/** The journal lines that carry some settlement entries, with the øre that each carries. */
public final class BookedLines {

    private BookedLines() {}

    public static List<BookedLine> of(List<Booking> bookings, Request request) {
        return bookings.stream().map(booking -> line(booking, request)).toList();
    }

    private static BookedLine line(Booking booking, Request request) {
        return new BookedLine(
                EntryWords.number(booking.entry()),
                Addresses.journalLine(request.client(), booking.entry().id(), booking.lineNo())
                        .toString(),
                request.formats().date(booking.postingDate()),
                booking.account().code() + " "
                        + booking.account().name(request.language().tag()),
                Trail.account(request.client(), booking.account(), booking.postingDate())
                        .toString(),
                booking.text(),
                booking.amount() >= 0 ? request.formats().amount(booking.amount()) : "",
                booking.amount() < 0 ? request.formats().amount(Math.negateExact(booking.amount())) : "");
    }
}
