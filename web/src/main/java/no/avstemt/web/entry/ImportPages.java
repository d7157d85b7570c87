package no.avstemt.web.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.journal.ImportEntries.Imported;
import no.avstemt.application.journal.ImportEntries.Missing;
import no.avstemt.application.journal.ImportEntries.Outcome;
import no.avstemt.application.journal.ImportEntries.Refused;
import no.avstemt.application.journal.SpooledFile;
import no.avstemt.application.once.AnswerStore.StillAnswering;
import no.avstemt.domain.period.MonthNotOpen;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.JournalTab;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.Tally;
import no.avstemt.web.http.View;
import no.avstemt.web.journal.ImportWords;
import no.avstemt.web.journal.TakeEntries;
import no.avstemt.web.journal.TakeEntries.Wish;
import no.avstemt.web.multipart.Upload;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Fact;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.page.Link;
import no.avstemt.web.text.Texts;

/** Takes in a file of entries, all of it or nothing; looked at first, if one likes. */
public final class ImportPages {

    private static final String PATH = Addresses.IMPORT_ENTRIES;
    private static final String FILE = "file";
    private static final String TRUE = "true";
    private static final String POST = "post";
    private static final int LONGEST_REASON = 500;
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private static final Param<String> DO = field("do", 20);
    private static final Param<String> CREATE_MISSING = field("create_missing", 20);
    private static final Param<String> REASON = field("reason", 2_000);
    private static final Tally DONE = new Tally("entry-import.done", 2);

    private final TakeEntries takeEntries;
    private final SentOnce once;
    private final int most;
    private final ClientFrames frames;

    /** @param most bytes of a file */
    public ImportPages(TakeEntries takeEntries, SentOnce once, int most, ClientFrames frames) {
        this.takeEntries = takeEntries;
        this.once = once;
        this.most = most;
        this.frames = frames;
    }

    private static Param<String> field(String name, int longest) {
        return Param.withDefault(name, ParamType.anyText(longest), "").inForm();
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH)
                        .toWriters()
                        .ofClient()
                        .takes(DONE.param())
                        .answers(RouteDraft.HTML)
                        .says("The form that takes in a file of journal entries.")
                        .by(this::show),
                Route.post(PATH)
                        .toWriters()
                        .ofClient()
                        .takes(DO, CREATE_MISSING, REASON, SentOnce.TOKEN)
                        .files(FILE, most)
                        .answers(RouteDraft.HTML)
                        .says("Previews or posts a file of journal entries, all of it or nothing.")
                        .by(this::take));
    }

    /** What stands in the form and above it. */
    private record Shown(
            int status,
            boolean createMissing,
            String reason,
            String token,
            String done,
            Faults faults,
            List<String> lines,
            String again,
            List<Fact> preview) {

        Shown because(int other, Faults found, List<String> told) {
            return new Shown(other, createMissing, reason, token, done, found, told, again, preview);
        }

        Shown fault(int other, String field, String text) {
            Faults one = Faults.none();
            one.add(field, text);
            return because(other, one, List.of());
        }

        Shown with(String before, List<Fact> looked) {
            return new Shown(status, createMissing, reason, token, done, faults, lines, before, looked);
        }

        Shown withToken(String other) {
            return new Shown(status, createMissing, reason, other, done, faults, lines, again, preview);
        }
    }

    private Reply show(Request request) {
        String done = DONE.sentence(request);
        return page(request, new Shown(200, false, "", once.newToken(), done, Faults.none(), List.of(), "", List.of()));
    }

    private Reply take(Request request) {
        Texts texts = request.texts();
        String reason = request.get(REASON).replaceAll("\\p{Cntrl}+", " ").strip();
        String sent = request.get(SentOnce.TOKEN);
        Shown shown = new Shown(
                200,
                request.get(CREATE_MISSING).equals(TRUE),
                reason,
                sent.isEmpty() ? once.newToken() : sent,
                "",
                Faults.none(),
                List.of(),
                "",
                List.of());
        if (reason.length() > LONGEST_REASON) {
            String tooLong = texts.get("entry-form.tooLong", Integer.toString(LONGEST_REASON));
            return page(request, shown.fault(UNPROCESSABLE, REASON.name(), tooLong));
        }
        List<Upload> files = request.files();
        if (files.size() != 1) {
            String which = texts.get(files.isEmpty() ? "entry-import.noFile" : "table.oneFile");
            return page(request, shown.fault(UNPROCESSABLE, FILE, which));
        }
        try (SpooledFile file = SpooledFile.of(files.get(0).stream(), 2L * most)) { // UTF-16 is kept as UTF-8
            return request.get(DO).equals(POST)
                    ? posted(request, shown, files.get(0), file)
                    : previewed(request, shown, files.get(0), file);
        } catch (MonthNotOpen e) { // closed since the file was checked
            String month = e.month().toString();
            String closed = texts.get("period.month." + e.state().apiName(), month);
            return page(request, shown.fault(CONFLICT, "", closed));
        } catch (StillAnswering e) {
            return page(request, shown.fault(CONFLICT, "", texts.get("entry-form.busy")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply previewed(Request request, Shown shown, Upload upload, SpooledFile file) throws IOException {
        Outcome outcome = run(request, shown, sent(request, upload, file), file, true);
        return page(
                request,
                outcome instanceof Imported imported
                        ? shown.with(before(request, file), ImportPreview.facts(imported, request))
                        : refused(request, shown, (Refused) outcome));
    }

    /** That the same file was posted before, if it was. */
    private String before(Request request, SpooledFile file) {
        return takeEntries
                .before(request, file)
                .map(event -> request.texts()
                        .get(
                                "entry-import.again",
                                request.formats().dateAndTime(event.at()),
                                event.subject(),
                                event.actor().name()))
                .orElse("");
    }

    /** What the last try came to: the database may ask for the work again. */
    private static final class Attempt {

        private Optional<Outcome> outcome = Optional.empty();
    }

    private Reply posted(Request request, Shown shown, Upload upload, SpooledFile file) throws IOException {
        TakeEntries.Sent named = sent(request, upload, file);
        String content = HexFormat.of().formatHex(SentOnce.sha256(upload.content())) + " " + shown.createMissing() + " "
                + shown.reason();
        Attempt attempt = new Attempt();
        SentOnce.Sent done = once.run(request, content, () -> {
            Outcome outcome = run(request, shown, named, file, false);
            attempt.outcome = Optional.of(outcome);
            return outcome instanceof Imported imported ? Optional.of(seenAt(request, imported)) : Optional.empty();
        });
        if (done.ofOther()) {
            String before = request.texts().get("entry-import.sentBefore");
            return page(request, shown.withToken(once.newToken()).fault(CONFLICT, FILE, before));
        }
        return done.location()
                .map(Reply::seeOther)
                .orElseGet(() -> page(request, refused(request, shown, (Refused) attempt.outcome.orElseThrow())));
    }

    private static String seenAt(Request request, Imported imported) {
        return DONE.address(Addresses.importEntries(request.client()), imported.entries(), imported.lines())
                .toString();
    }

    private Outcome run(Request request, Shown shown, TakeEntries.Sent sent, SpooledFile file, boolean preview) {
        Missing missing = shown.createMissing() ? Missing.CREATE : Missing.REFUSE;
        Optional<String> reason = Optional.of(shown.reason()).filter(text -> !text.isEmpty());
        return takeEntries.run(request, file, sent, new Wish(preview, missing, reason));
    }

    private static TakeEntries.Sent sent(Request request, Upload upload, SpooledFile file) throws IOException {
        String name = upload.name().isEmpty() ? "import" : upload.name();
        return new TakeEntries.Sent(name, TakeEntries.beginsAsJson(file), request.texts());
    }

    private static Shown refused(Request request, Shown shown, Refused refused) {
        Texts texts = request.texts();
        List<String> lines = new ArrayList<>();
        refused.problems().forEach(problem -> lines.add(texts.get(ImportWords.message(problem))));
        ImportWords.more(refused).ifPresent(more -> lines.add(texts.get(more)));
        Faults faults = Faults.none();
        faults.add(FILE, texts.get("entry-import.refused"));
        return shown.because(UNPROCESSABLE, faults, lines);
    }

    private Reply page(Request request, Shown shown) {
        Texts texts = request.texts();
        Field reason = Field.text(REASON.name(), texts.get("entry-import.reason"), shown.reason(), shown.faults())
                .helped(texts.get("entry-import.reason.help"));
        ImportPage page = new ImportPage(
                frames.frame(
                        request,
                        RailPage.JOURNAL,
                        texts.get("entry-import.title"),
                        List.of(Link.to(
                                texts.get(RailPage.JOURNAL.textKey()),
                                Addresses.journal(request.client()).toString()))),
                request.client().toString(),
                PATH,
                JournalTab.IMPORT.links(request),
                shown.token(),
                shown.done(),
                shown.faults(),
                shown.lines(),
                shown.again(),
                shown.preview(),
                texts.get("entry-import.file.help", Integer.toString(most >> 20)),
                shown.createMissing(),
                reason);
        return Reply.page(shown.status(), new View("entry/import.jte", page));
    }
}
