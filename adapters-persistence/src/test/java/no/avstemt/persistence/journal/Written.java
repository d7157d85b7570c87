package no.avstemt.persistence.journal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.access.UserId;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.journal.CancelEntry;
import no.avstemt.application.journal.EntryLists.Wanted;
import no.avstemt.application.journal.EntryOutcome;
import no.avstemt.application.journal.EntryOutcome.Done;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.application.journal.KeepDrafts;
import no.avstemt.application.journal.ListJournal;
import no.avstemt.application.journal.Post;
import no.avstemt.application.journal.PostEntry;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.journal.DraftLine;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.GivenBooks;

/** Entries written by hand, over the books of a test. */
final class Written {

    static final Actor KARI = new Actor(Optional.of(new UserId(7)), "Kari Nordmann");

    private static final Clock CLOCK = Clock.fixed(GivenBooks.NOW, ZoneOffset.UTC);

    final KeepDrafts drafts;
    final PostEntry post;
    final CancelEntry cancel;
    final ListJournal list;
    final ClientAccountId client;

    Written(GivenBooks books, ClientAccountId client) {
        Post journal = new Post(CLOCK);
        drafts = new KeepDrafts(books.unit(), CLOCK);
        post = new PostEntry(books.unit(), journal, CLOCK);
        cancel = new CancelEntry(
                books.unit(), journal, (language, number, text) -> "Tilbakeføring av " + number + ": " + text, CLOCK);
        list = new ListJournal(books.unit());
        this.client = client;
    }

    static EntryDraft entry(LocalDate date, String description, DraftLine... lines) {
        return new EntryDraft(date, description, Optional.empty(), Arrays.asList(lines));
    }

    /** Two lines on accounts that ask for nothing. */
    static EntryDraft rent(LocalDate date, long ore) {
        return entry(date, "Husleie", line("6300", ore), line("2050", -ore));
    }

    static DraftLine line(String account, long ore) {
        return DraftLine.inKroner(Optional.of(new AccountCode(account)), ore, DimensionSet.NONE, "");
    }

    static DraftLine foreign(String account, String currency, long minor, String rate) {
        BigDecimal exact = new BigDecimal(rate);
        return new DraftLine(
                Optional.of(new AccountCode(account)),
                DraftLine.inOre(minor, exact),
                Currency.getInstance(currency),
                minor,
                exact,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DimensionSet.NONE,
                "");
    }

    static FullEntry done(EntryOutcome outcome) {
        if (outcome instanceof Done done) {
            return done.entry();
        }
        throw new AssertionError(outcome.toString());
    }

    FullEntry posted(EntryDraft draft) {
        return done(post.run(client, KARI, draft));
    }

    FullEntry draft(EntryDraft draft) {
        return done(drafts.create(client, KARI, draft));
    }

    List<FullEntry> all() {
        return list.run(client, new Wanted(Period.EVER, Optional.empty(), Optional.empty()), 0, 1000)
                .page();
    }
}
