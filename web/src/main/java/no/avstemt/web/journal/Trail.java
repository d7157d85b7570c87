package no.avstemt.web.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import no.avstemt.application.journal.EntryView;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Link;

/** Bread crumbs from the trial balance down, as far as the way is known. */
public final class Trail {

    private Trail() {}

    /** Down to the general ledger of a line's account, in the month of the entry. */
    public static List<Link> toAccount(ClientAccountId client, EntryView entry, int lineNo, Request request) {
        Account account = entry.lines().get(lineNo - 1).account();
        Address trialBalance = inYear(Addresses.trialBalance(client), entry.postingDate());
        return List.of(
                Link.to(request.texts().get("page.trial-balance"), trialBalance.toString()),
                Link.to(
                        account.code() + " " + account.name(request.language().tag()),
                        account(client, account, entry.postingDate()).toString()));
    }

    /** Down to the line itself. */
    public static List<Link> toEntry(ClientAccountId client, EntryView entry, int lineNo, Request request) {
        Link line = Link.to(
                JournalEntryPage.title(entry.ref(), request.texts()),
                Addresses.journalLine(client, entry.ref().id(), lineNo).toString());
        return Stream.concat(toAccount(client, entry, lineNo, request).stream(), Stream.of(line))
                .toList();
    }

    /** The general ledger of an account in the month of a day. */
    public static Address account(ClientAccountId client, Account account, LocalDate day) {
        LocalDate first = day.withDayOfMonth(1);
        return Addresses.generalLedger(client)
                .with("account_codes", account.code())
                .with("date_from", first)
                .with("date_to", first.plusMonths(1).minusDays(1));
    }

    private static Address inYear(Address address, LocalDate day) {
        return address.with("date_from", day.withDayOfYear(1)).with("date_to", day.withDayOfYear(day.lengthOfYear()));
    }
}
