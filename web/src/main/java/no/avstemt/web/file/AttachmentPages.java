package no.avstemt.web.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.file.AttachFile;
import no.avstemt.application.file.FileType;
import no.avstemt.application.file.ReadFiles;
import no.avstemt.application.file.RemoveFile;
import no.avstemt.application.file.RemoveFile.Outcome;
import no.avstemt.application.file.StoredFile;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.application.journal.ListJournal;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Link;
import no.avstemt.web.text.Message;
import no.avstemt.web.text.Texts;

/** The files beside one entry or draft: a page of their own, and where they are sent, opened and taken away. */
public final class AttachmentPages {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final Param<Boolean> SHOWN = Param.withDefault("as", ways(), "shown");

    private final AttachFile attach;
    private final RemoveFile remove;
    private final ReadFiles read;
    private final ListJournal journal;
    private final AttachmentLists lists;
    private final ClientFrames frames;

    public AttachmentPages(
            AttachFile attach,
            RemoveFile remove,
            ReadFiles read,
            ListJournal journal,
            AttachmentLists lists,
            ClientFrames frames) {
        this.attach = attach;
        this.remove = remove;
        this.read = read;
        this.journal = journal;
        this.lists = lists;
        this.frames = frames;
    }

    private static ParamType<Boolean> ways() {
        Map<String, Boolean> ways = new LinkedHashMap<>();
        ways.put("shown", true);
        ways.put("download", false);
        return ParamType.choice(ways);
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/journal-entries/{id}/attachments")
                        .toReaders()
                        .ofClient()
                        .takes(Param.ID)
                        .answers(RouteDraft.HTML)
                        .says("The files beside an entry or a draft.")
                        .by(request -> page(request, 200, entry(request, request.get(Param.ID)), List.of())),
                Route.post("/journal-entries/{id}/attachments")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .files(AttachmentList.FIELD, lists.most())
                        .answers(RouteDraft.HTML)
                        .says("Puts files beside an entry or a draft, all or none.")
                        .by(this::add),
                Route.get("/attachments/{id}")
                        .toReaders()
                        .ofClient()
                        .takes(Param.ID, SHOWN)
                        .answers(RouteDraft.HTML, "application/octet-stream")
                        .says("One file: shown where the browser can, or as a download.")
                        .by(this::content),
                Route.post("/attachments/{id}/remove")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .answers(RouteDraft.HTML)
                        .says("Takes a file away from a draft.")
                        .by(this::takeAway));
    }

    private FullEntry entry(Request request, long id) {
        return journal.one(request.client(), id).orElseThrow(Problem::notFound);
    }

    private Reply add(Request request) {
        FullEntry entry = entry(request, request.get(Param.ID));
        SentFiles sent = SentFiles.of(request.files(), lists.most());
        if (!sent.faults().isEmpty()) {
            return page(request, UNPROCESSABLE, entry, sent.faults());
        }
        if (sent.files().isEmpty()) {
            return page(request, UNPROCESSABLE, entry, List.of(Message.of("attachment.none")));
        }
        if (attach.run(request.client(), Actor.of(request.caller()), sent.beside(entry.id()))
                .isEmpty()) {
            throw Problem.notFound();
        }
        return Reply.seeOther(back(request, entry).at("attachments").toString());
    }

    private static Address back(Request request, FullEntry entry) {
        return entry.isDraft()
                ? Addresses.draft(request.client(), entry.id())
                : Addresses.journalEntry(request.client(), entry.id());
    }

    /** XML is never shown: it could bring styles and scripts of its own. */
    private Reply content(Request request) {
        StoredFile file = read.find(request.client(), request.get(Param.ID)).orElseThrow(Problem::notFound);
        byte[] content = read.content(request.client(), file.id()).orElseThrow(Problem::notFound);
        boolean shown = request.get(SHOWN) && file.type() != FileType.XML;
        return Reply.stream(file.type().mediaType(), (out, rendering) -> out.write(content))
                .asFile(file.name(), shown);
    }

    private Reply takeAway(Request request) {
        StoredFile file = read.find(request.client(), request.get(Param.ID)).orElseThrow(Problem::notFound);
        Outcome outcome = remove.run(request.client(), Actor.of(request.caller()), file.id());
        FullEntry entry = entry(request, file.entryId());
        return outcome == Outcome.STAYS
                ? page(request, CONFLICT, entry, List.of(Message.of("attachment.stays", file.name())))
                : Reply.seeOther(
                        Addresses.attachments(request.client(), entry.id()).toString());
    }

    private Reply page(Request request, int status, FullEntry entry, List<Message> faults) {
        Texts texts = request.texts();
        String number = entry.ref()
                .map(ref -> texts.get("journal.entry", ref.fiscalYear() + "/" + ref.number()))
                .orElseGet(() -> texts.get("attachment.ofDraft"));
        Address to = entry.isDraft() && !request.caller().mayWrite()
                ? Addresses.drafts(request.client())
                : back(request, entry);
        String title = texts.get("attachment.title");
        AttachmentPage page = new AttachmentPage(
                frames.frame(
                        request,
                        RailPage.JOURNAL,
                        title,
                        List.of(
                                Link.to(
                                        texts.get(RailPage.JOURNAL.textKey()),
                                        RailPage.JOURNAL.of(request.client()).toString()),
                                Link.to(number, to.toString()))),
                title,
                number + ": " + entry.description(),
                lists.of(request, entry.id(), entry.isDraft(), faults));
        return Reply.page(status, new View("file/attachments.jte", page));
    }
}
