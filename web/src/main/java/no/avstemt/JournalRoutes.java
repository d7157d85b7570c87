package no.avstemt;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.access.Randomness;
import no.avstemt.application.currency.ReadRates;
import no.avstemt.application.journal.CancelEntry;
import no.avstemt.application.journal.ImportEntries;
import no.avstemt.application.journal.KeepDrafts;
import no.avstemt.application.journal.KeepTemplates;
import no.avstemt.application.journal.ListJournal;
import no.avstemt.application.journal.Post;
import no.avstemt.application.journal.PostEntry;
import no.avstemt.application.journal.ReadDimensions;
import no.avstemt.application.journal.ReadEntryChoices;
import no.avstemt.application.once.AnswerOnce;
import no.avstemt.web.entry.DraftPages;
import no.avstemt.web.entry.EntryFormPages;
import no.avstemt.web.entry.ImportPages;
import no.avstemt.web.entry.KeepForm;
import no.avstemt.web.entry.SentOnce;
import no.avstemt.web.entry.TemplatePages;
import no.avstemt.web.entry.WrittenPages;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Route;
import no.avstemt.web.journal.ImportApi;
import no.avstemt.web.journal.JournalEntryApi;
import no.avstemt.web.journal.TakeEntries;
import no.avstemt.web.journal.TemplateApi;
import no.avstemt.web.text.PostedWords;

/**
 * The journal as people and programs write it.
 *
 * @param attachmentBytes of all files that are sent at once
 */
record JournalRoutes(UnitOfWork unit, Post post, Randomness randomness, int attachmentBytes, Clock clock) {

    private CancelEntry cancelEntry() {
        return new CancelEntry(unit, post, PostedWords::reversal, clock);
    }

    List<Route> pages(ImportEntries importEntries, ClientFrames frames) {
        ListJournal listJournal = new ListJournal(unit);
        KeepDrafts keepDrafts = new KeepDrafts(unit, clock);
        PostEntry postEntry = new PostEntry(unit, post, clock);
        KeepTemplates keepTemplates = new KeepTemplates(unit, clock);
        ReadEntryChoices choices = new ReadEntryChoices(unit);
        FileRoutes files = new FileRoutes(unit, attachmentBytes, clock);
        SentOnce once = new SentOnce(new AnswerOnce(unit, clock), randomness);
        TakeEntries takeEntries = new TakeEntries(importEntries, new ReadDimensions(unit));
        KeepForm keepForm = new KeepForm(keepDrafts, postEntry, files.ofForm(), once);
        return Stream.of(
                        new EntryFormPages(choices, listJournal, keepForm, keepTemplates, frames, clock).routes(),
                        new TemplatePages(keepTemplates, frames).routes(),
                        new WrittenPages(listJournal, frames).routes(),
                        new ImportPages(takeEntries, once, attachmentBytes, frames).routes(),
                        new DraftPages(listJournal, keepDrafts, postEntry, frames).routes(),
                        EntryRoutes.of(unit, cancelEntry(), files.lists(), frames, clock))
                .flatMap(List::stream)
                .toList();
    }

    List<Route> api(ImportEntries importEntries, long mostBytes) {
        ReadDimensions readDimensions = new ReadDimensions(unit);
        ReadRates readRates = new ReadRates(unit);
        JournalEntryApi entries = new JournalEntryApi(
                new ListJournal(unit),
                new KeepDrafts(unit, clock),
                new PostEntry(unit, post, clock),
                cancelEntry(),
                readDimensions,
                readRates);
        return Stream.of(
                        entries.routes(),
                        new ImportApi(new TakeEntries(importEntries, readDimensions), mostBytes).routes(),
                        new TemplateApi(new KeepTemplates(unit, clock), readDimensions).routes())
                .flatMap(List::stream)
                .toList();
    }
}
