package no.avstemt.web.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.file.AttachFile;
import no.avstemt.application.file.FileStore.NewFile;
import no.avstemt.application.file.FileStore.Undocumented;
import no.avstemt.application.file.FileType;
import no.avstemt.application.file.ReadFiles;
import no.avstemt.application.file.ReadFiles.Lacking;
import no.avstemt.application.file.RemoveFile;
import no.avstemt.application.file.StoredFile;
import no.avstemt.domain.time.Period;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.multipart.Multipart;

/** {@code /api/v2/attachments} and {@code /api/v2/undocumented-entries}. */
public final class AttachmentApi {

    /** The form first: clients that are generated from the description send what stands first. */
    private static final String[] TAKEN = Stream.concat(
                    Stream.of(Multipart.MEDIA_TYPE),
                    Arrays.stream(FileType.values()).map(FileType::mediaType))
            .toArray(String[]::new);

    private static final String BYTES = "application/octet-stream";
    private static final Kind<String> TEXT = Kind.text(300);
    private static final Param<Long> ENTRY =
            Param.required("journal_entry_id", ParamType.number(1, 999_999_999_999_999_999L));
    private static final Param<Optional<String>> NAME =
            Param.optional("file_name", ParamType.text(200)).describedAs("Stands before the name that a form gives.");
    private static final Param<Optional<LocalDate>> FROM = Param.optional("date_from", ParamType.date());
    private static final Param<Optional<LocalDate>> TO = Param.optional("date_to", ParamType.date());
    private static final String NAMELESS = "vedlegg";
    private static final String FILE_FIELD = "file";

    private static final Resource<StoredFile> FILE = Resource.<StoredFile>named("Attachment")
            .with("id", Kind.id(), StoredFile::id)
            .with("journal_entry_id", Kind.id(), StoredFile::entryId)
            .with("file_name", TEXT, StoredFile::name)
            .with("media_type", TEXT, file -> file.type().mediaType())
            .with("size", Kind.number(1, Long.MAX_VALUE), StoredFile::size)
            .described("In bytes.")
            .with("sha256", TEXT, StoredFile::sha256)
            .with("stored_at", TEXT, file -> file.storedAt().toString())
            .with("stored_by", TEXT, StoredFile::storedBy);

    private static final Resource<Undocumented> LACKING = Resource.<Undocumented>named("UndocumentedEntry")
            .with("journal_entry_id", Kind.id(), lacking -> lacking.entry().id())
            .with("fiscal_year", Kind.number(1900, 2200), lacking ->
                    (long) lacking.entry().fiscalYear())
            .with("number", Kind.id(), lacking -> lacking.entry().number())
            .with("posting_date", Kind.date(), Undocumented::date)
            .with("description", Kind.text(1_000), Undocumented::description)
            .with("created_by", TEXT, Undocumented::createdBy)
            .with("amount", Kind.amount(), Undocumented::debit)
            .described("The sum of its debits.");

    private final AttachFile attach;
    private final RemoveFile remove;
    private final ReadFiles read;
    private final int most;

    /** @param most bytes of one file */
    public AttachmentApi(AttachFile attach, RemoveFile remove, ReadFiles read, int most) {
        this.attach = attach;
        this.remove = remove;
        this.read = read;
        this.most = most;
    }

    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(ofOne());
        routes.addAll(List.of(
                Route.post("/api/v2/attachments")
                        .toWriters()
                        .ofClient()
                        .takes(ENTRY, NAME)
                        .streams(TAKEN)
                        .files(FILE_FIELD, most)
                        .gives(201, FILE)
                        .says("Puts a file beside a posted entry or a draft. It must be what its Content-Type or, in a"
                                + " form, its name says.")
                        .by(this::add),
                Route.get("/api/v2/attachments")
                        .toReaders()
                        .ofClient()
                        .takes(ENTRY)
                        .lists(FILE)
                        .says("The files beside one entry or draft, by when they came.")
                        .by(request -> Reply.json(Paged.of(request)
                                .envelope(read.ofEntry(request.client(), request.get(ENTRY)), FILE::json))),
                Route.get("/api/v2/undocumented-entries")
                        .toReaders()
                        .ofClient()
                        .takes(FROM, TO)
                        .lists(LACKING)
                        .says(
                                "Entries that were made by hand and have no file. What is booked from Vipps or imported is"
                                        + " documented by its voucher.")
                        .by(this::undocumented)));
        return routes;
    }

    /** One file, by its id. */
    private List<Route> ofOne() {
        return List.of(
                Route.get("/api/v2/attachments/{id}")
                        .toReaders()
                        .ofClient()
                        .takes(Param.ID)
                        .gives(200, FILE)
                        .says("One file, without its content.")
                        .by(request -> Reply.json(FILE.json(found(request)))),
                Route.get("/api/v2/attachments/{id}/content")
                        .toReaders()
                        .ofClient()
                        .takes(Param.ID)
                        .answers(BYTES)
                        .says("The content of one file, as a download of its own media type.")
                        .by(this::download),
                Route.delete("/api/v2/attachments/{id}")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .givesNothing()
                        .conflicts("its entry is posted: what documents a posted entry stays")
                        .says("Takes a file away from a draft.")
                        .by(this::delete));
    }

    private StoredFile found(Request request) {
        return read.find(request.client(), request.get(Param.ID)).orElseThrow(Problem::notFound);
    }

    private Reply add(Request request) {
        NewFile file = Multipart.isMeant(request.mediaType()) ? ofForm(request) : ofStream(request);
        return Reply.created(FILE.json(attach.run(request.client(), Actor.of(request.caller()), List.of(file))
                .map(stored -> stored.get(0))
                .orElseThrow(() -> Problem.noSuchEntry(request.client(), file.entryId()))));
    }

    private NewFile ofForm(Request request) {
        SentFiles sent = SentFiles.of(request.files(), most);
        if (!sent.faults().isEmpty()) {
            throw Problem.badRequest(sent.faults().get(0));
        }
        if (sent.files().size() != 1) {
            throw Problem.badRequest("attachment.oneFile", FILE_FIELD);
        }
        NewFile file = sent.beside(request.get(ENTRY)).get(0);
        return request.get(NAME)
                .map(name -> new NewFile(file.entryId(), named(name, file.type()), file.type(), file.content()))
                .orElse(file);
    }

    private NewFile ofStream(Request request) {
        FileType type = FileType.of(request.mediaType()).orElseThrow();
        byte[] content = content(request);
        if (content.length > most) {
            throw new Problem(413, "attachment.tooLarge", Integer.toString(most >> 20));
        }
        if (!Content.is(type, content)) {
            throw Problem.badRequest("attachment.lies", type.mediaType());
        }
        String name = request.get(NAME).map(given -> named(given, type)).orElse(NAMELESS);
        return new NewFile(request.get(ENTRY), name, type, content);
    }

    /** A name with an ending must be of the type that the content is. */
    private static String named(String name, FileType type) {
        if (!name.contains(".")) {
            return name;
        }
        FileType claimed = FileType.ofName(name).orElseThrow(() -> Problem.badRequest("attachment.otherType", name));
        if (claimed != type) {
            throw Problem.badRequest("attachment.isOther", name, claimed.name(), type.name());
        }
        return name;
    }

    private Reply delete(Request request) {
        StoredFile file = found(request);
        return switch (remove.run(request.client(), Actor.of(request.caller()), file.id())) {
            case REMOVED -> Reply.done();
            case STAYS -> throw Problem.conflict("attachment.stays", file.name());
            case MISSING -> throw Problem.notFound();
        };
    }

    /** One byte more than is taken, so that too many are seen. */
    private byte[] content(Request request) {
        try {
            return request.stream().readNBytes(most + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply download(Request request) {
        StoredFile file = found(request);
        byte[] content = read.content(request.client(), file.id()).orElseThrow(Problem::notFound);
        return Reply.stream(file.type().mediaType(), (out, rendering) -> out.write(content))
                .asDownload("attachment-" + file.id() + "." + file.type().ending());
    }

    private Reply undocumented(Request request) {
        Paged paged = Paged.of(request);
        LocalDate from = request.get(FROM).orElse(Period.EVER.first());
        LocalDate to = request.get(TO).orElse(Period.EVER.last());
        if (from.isAfter(to)) {
            throw Problem.badRequest("error.dateOrder", FROM.name(), TO.name());
        }
        Lacking found = read.undocumented(
                request.client(), new Period(from, to), paged.offset(), Math.toIntExact(paged.perPage()));
        return Reply.json(paged.envelope(found.records(), found.page(), LACKING::json));
    }
}
