package no.avstemt.web.payout;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.journal.Booking;
import no.avstemt.application.payout.ListPayouts;
import no.avstemt.application.payout.ListPayouts.Found;
import no.avstemt.application.payout.Payout;
import no.avstemt.application.settlement.EntryQuery.Place;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Link;
import no.avstemt.web.settlement.EntryWords;
import no.avstemt.web.settlement.Places;
import no.avstemt.web.text.Formats;

/** The payouts of one ledger, the latest first. */
public final class PayoutPages {

    private static final int PER_PAGE = 25;
    private static final Param<Optional<String>> LEDGER = Param.optional("ledger_id", ParamType.text(100));

    private final ListPayouts listPayouts;
    private final ClientFrames frames;

    public PayoutPages(ListPayouts listPayouts, ClientFrames frames) {
        this.listPayouts = listPayouts;
        this.frames = frames;
    }

    public List<Route> routes() {
        return List.of(Route.get("/payouts")
                .toReaders()
                .ofClient()
                .takes(LEDGER, Places.AFTER, Places.BEFORE)
                .answers(RouteDraft.HTML)
                .says("The page of payouts of one ledger, each with what it settles.")
                .by(this::show));
    }

    private Reply show(Request request) {
        Found found = listPayouts.run(
                request.client(), request.get(LEDGER).map(LedgerId::new), Places.from(request, PER_PAGE));
        return Reply.page(new View("payout/payouts.jte", page(request, found)));
    }

    private PayoutsPage page(Request request, Found found) {
        Address list = Addresses.payouts(request.client());
        Address shown =
                found.shown().map(ledger -> list.with(LEDGER.name(), ledger)).orElse(list);
        return new PayoutsPage(
                frames.frame(request, RailPage.PAYOUTS),
                ledgers(request, found),
                found.page().rows().stream()
                        .map(payout -> row(
                                payout,
                                Optional.ofNullable(
                                        found.bookings().get(payout.stored().id())),
                                request))
                        .toList(),
                Places.pager(found.page(), shown, payout -> Places.text(place(payout))));
    }

    private static Place place(Payout payout) {
        return new Place(
                payout.stored().entry().ledgerDate(),
                payout.feedPosition(),
                payout.stored().id());
    }

    private static List<Link> ledgers(Request request, Found found) {
        if (found.ledgers().size() < 2) {
            return List.of();
        }
        return found.ledgers().stream()
                .map(ledger -> new Link(
                        request.texts().get("payouts.ledger", ledger.id().value()),
                        Addresses.payouts(request.client())
                                .with(LEDGER.name(), ledger.id())
                                .toString(),
                        found.shown().filter(ledger.id()::equals).isPresent()))
                .toList();
    }

    private static PayoutsPage.Row row(Payout payout, Optional<Booking> booking, Request request) {
        ClientAccountId client = request.client();
        Formats formats = request.formats();
        SettlementEntry entry = payout.stored().entry();
        return new PayoutsPage.Row(
                entry.payoutNumber().orElse("\u2013"),
                Addresses.settlementEntry(client, payout.stored().id()).toString(),
                entry.reference().orElse(""),
                formats.date(entry.ledgerDate()),
                settles(payout, request),
                Addresses.settlementEntries(client)
                        .with("ledger_id", entry.ledger())
                        .with("type", "funds")
                        .with("date_from", payout.settledFrom())
                        .with("date_to", entry.ledgerDate())
                        .toString(),
                amount(payout.opening(), payout, formats),
                amount(payout.captures(), payout, formats),
                amount(payout.refunds(), payout, formats),
                amount(payout.fees(), payout, formats),
                amount(payout.other(), payout, formats),
                amount(payout.paid(), payout, formats),
                amount(payout.remaining(), payout, formats),
                amount(payout.difference(), payout, formats),
                payout.difference() == 0,
                status(payout, request),
                payout.aborted()
                        .map(back ->
                                Addresses.settlementEntry(client, back.id()).toString())
                        .orElse(""),
                booking.map(at -> EntryWords.number(at.entry()))
                        .orElse(request.texts().get("entry.notBooked")),
                booking.map(at -> Addresses.journalLine(client, at.entry().id(), at.lineNo())
                                .toString())
                        .orElse(""));
    }

    private static String settles(Payout payout, Request request) {
        Formats formats = request.formats();
        return payout.settledFrom().equals(payout.stored().entry().ledgerDate())
                ? formats.date(payout.settledFrom())
                : request.texts()
                        .get(
                                "payouts.dates",
                                formats.date(payout.settledFrom()),
                                formats.date(payout.stored().entry().ledgerDate()));
    }

    private static String status(Payout payout, Request request) {
        return payout.aborted()
                .map(back -> request.texts()
                        .get(
                                "payouts.aborted",
                                request.formats().date(back.entry().ledgerDate())))
                .orElse(request.texts().get("payouts.scheduled"));
    }

    private static String amount(long minor, Payout payout, Formats formats) {
        return EntryWords.amount(
                new Money(minor, payout.stored().entry().amount().currency()), formats);
    }
}
