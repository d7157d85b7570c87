package no.avstemt;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.file.AttachFile;
import no.avstemt.application.file.ReadFiles;
import no.avstemt.application.file.RemoveFile;
import no.avstemt.application.journal.ListJournal;
import no.avstemt.web.entry.EntryFiles;
import no.avstemt.web.file.AttachmentApi;
import no.avstemt.web.file.AttachmentLists;
import no.avstemt.web.file.AttachmentPages;
import no.avstemt.web.file.UndocumentedPages;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Route;

/**
 * The files that document entries.
 *
 * @param most bytes of all files that are sent at once
 */
record FileRoutes(UnitOfWork unit, int most, Clock clock) {

    AttachmentLists lists() {
        return new AttachmentLists(new ReadFiles(unit), most);
    }

    EntryFiles ofForm() {
        return new EntryFiles(new AttachFile(unit, clock), new RemoveFile(unit, clock), lists());
    }

    List<Route> routes(ClientFrames frames) {
        AttachFile attach = new AttachFile(unit, clock);
        RemoveFile remove = new RemoveFile(unit, clock);
        ReadFiles read = new ReadFiles(unit);
        return Stream.of(
                        new AttachmentPages(attach, remove, read, new ListJournal(unit), lists(), frames).routes(),
                        new UndocumentedPages(read, frames).routes(),
                        new AttachmentApi(attach, remove, read, most).routes())
                .flatMap(List::stream)
                .toList();
    }
}
