package no.avstemt.web.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.file.AttachFile;
import no.avstemt.application.file.FileStore.NewFile;
import no.avstemt.application.file.FileType;
import no.avstemt.application.file.ReadFiles;
import no.avstemt.application.file.ReadFiles.Undocumented;
import no.avstemt.application.file.StoredFile;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;

/** {@code /api/v2/attachments} and {@code /api/v2/undocumented-entries}. */
public final class AttachmentApi {

    private static final String BYTES = "application/octet-stream";
    private static final Kind<String> TEXT = Kind.text(300);
    private static final Param<Long> ENTRY =
            Param.required("journal_entry_id", ParamType.number(1, 999_999_999_999_999_999L));
    private static final Param<String> NAME = Param.withDefault("file_name", ParamType.text(200), "vedlegg");

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

    private static final Resource<EntryRef> ENTRY_REF = Resource.<EntryRef>named("UndocumentedEntry")
            .with("journal_entry_id", Kind.id(), EntryRef::id)
            .with("fiscal_year", Kind.number(1900, 2200), entry -> (long) entry.fiscalYear())
            .with("number", Kind.id(), EntryRef::number);

    private final AttachFile attach;
    private final ReadFiles read;
    private final int most;

    /** @param most bytes of one file */
    public AttachmentApi(AttachFile attach, ReadFiles read, int most) {
        this.attach = attach;
        this.read = read;
        this.most = most;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/v2/attachments")
                        .toWriters()
                        .ofClient()
                        .takes(ENTRY, NAME)
                        .streams(Arrays.stream(FileType.values())
                                .map(FileType::mediaType)
                                .toArray(String[]::new))
                        .gives(201, FILE)
                        .says("Puts a file beside a posted entry or a draft. It must be what its Content-Type says.")
                        .by(this::add),
                Route.get("/api/v2/attachments")
                        .toReaders()
                        .ofClient()
                        .takes(ENTRY)
                        .lists(FILE)
                        .says("The files beside one entry or draft, by when they came.")
                        .by(request -> Reply.json(Paged.of(request)
                                .envelope(read.ofEntry(request.client(), request.get(ENTRY)), FILE::json))),
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
                Route.get("/api/v2/undocumented-entries")
                        .toReaders()
                        .ofClient()
                        .lists(ENTRY_REF)
                        .says(
                                "Entries that were made by hand and have no file. What is booked from Vipps or imported is"
                                        + " documented by its voucher.")
                        .by(this::undocumented));
    }

    private StoredFile found(Request request) {
        return read.find(request.client(), request.get(Param.ID)).orElseThrow(Problem::notFound);
    }

    private Reply add(Request request) {
        FileType type = FileType.of(request.mediaType()).orElseThrow();
        byte[] content = content(request);
        if (content.length > most) {
            throw new Problem(413, "attachment.tooLarge", Integer.toString(most >> 20));
        }
        if (!Content.is(type, content)) {
            throw Problem.badRequest("attachment.lies", type.mediaType());
        }
        NewFile file = new NewFile(request.get(ENTRY), request.get(NAME), type, content);
        return Reply.created(FILE.json(
                attach.run(request.client(), Actor.of(request.caller()), file).orElseThrow(Problem::notFound)));
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
        Undocumented found = read.undocumented(request.client(), paged.offset(), Math.toIntExact(paged.perPage()));
        return Reply.json(paged.envelope(found.records(), found.page(), ENTRY_REF::json));
    }
}
