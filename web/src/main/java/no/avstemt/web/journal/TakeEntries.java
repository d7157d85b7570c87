package no.avstemt.web.journal;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.journal.EntryFile;
import no.avstemt.application.journal.FilePlace;
import no.avstemt.application.journal.ImportEntries;
import no.avstemt.application.journal.ImportEntries.Missing;
import no.avstemt.application.journal.ImportEntries.Outcome;
import no.avstemt.application.journal.ImportEntries.Refused;
import no.avstemt.application.journal.ImportProblem;
import no.avstemt.application.journal.ImportProblem.Reason;
import no.avstemt.application.journal.ReadDimensions;
import no.avstemt.application.journal.SpooledFile;
import no.avstemt.web.http.Request;
import no.avstemt.web.text.Texts;

/** Previews or posts a file of entries that was sent: the same for programs and for people. */
public final class TakeEntries {

    private final ImportEntries importEntries;
    private final ReadDimensions readDimensions;

    public TakeEntries(ImportEntries importEntries, ReadDimensions readDimensions) {
        this.importEntries = importEntries;
        this.readDimensions = readDimensions;
    }

    /**
     * What is said of the file.
     *
     * @param isJson one entry a line; else it is comma-separated
     * @param texts for what cannot be read in JSON
     */
    public record Sent(String name, boolean isJson, Texts texts) {}

    /** @param heldReason why what is dated in a held month is posted all the same */
    public record Wish(boolean preview, Missing missing, Optional<String> heldReason) {}

    /** @throws no.avstemt.domain.period.MonthNotOpen when a month was closed since the file was checked */
    public Outcome run(Request request, SpooledFile file, Sent sent, Wish wish) {
        Optional<ImportProblem> unreadable = unreadable(file);
        if (unreadable.isPresent()) {
            return new Refused(List.of(unreadable.get()), 1);
        }
        Actor actor = Actor.of(request.caller());
        EntryFile entries = entries(request, file, sent);
        return wish.preview()
                ? importEntries.preview(request.client(), actor, entries, wish.missing(), wish.heldReason())
                : importEntries.run(request.client(), actor, entries, wish.missing(), wish.heldReason());
    }

    /** When the same file was imported last. */
    public Optional<AuditEvent> before(Request request, SpooledFile file) {
        return importEntries.before(request.client(), file.sha256());
    }

    /** Whether the first of what is written there is an object of JSON. */
    public static boolean beginsAsJson(SpooledFile file) throws IOException {
        try (Reader text = file.open()) {
            int first = text.read();
            while (first >= 0 && Character.isWhitespace(first)) {
                first = text.read();
            }
            return first == '{';
        }
    }

    private static Optional<ImportProblem> unreadable(SpooledFile file) {
        return file.lineThatIsNoText()
                .map(line -> problem(line, Reason.NOT_TEXT))
                .or(() -> file.lineThatIsNotUtf8().map(line -> problem(line, Reason.NOT_UTF8)))
                .or(() -> file.lineThatIsTooLong().map(line -> problem(line, Reason.ROW_TOO_LONG)));
    }

    private static ImportProblem problem(long line, Reason reason) {
        return new ImportProblem(FilePlace.line(line), reason, "");
    }

    private EntryFile entries(Request request, SpooledFile file, Sent sent) {
        return sent.isJson()
                ? new JsonEntries(sent.name(), file, ids -> readDimensions.run(request.client(), ids), sent.texts())
                : new TextEntries(sent.name(), file);
    }

    private record TextEntries(String name, SpooledFile file) implements EntryFile {

        @Override
        public Reader open() throws IOException {
            return file.open();
        }

        @Override
        public Optional<String> sha256() {
            return Optional.of(file.sha256());
        }
    }
}
