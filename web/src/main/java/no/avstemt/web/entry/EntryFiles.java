package no.avstemt.web.entry;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.file.AttachFile;
import no.avstemt.application.file.RemoveFile;
import no.avstemt.web.file.AttachmentList;
import no.avstemt.web.file.AttachmentLists;
import no.avstemt.web.file.SentFiles;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Faults;
import no.avstemt.web.text.Message;

/** The files that come with the form of an entry: they are kept beside its draft, and stay with it when it is posted. */
public final class EntryFiles {

    private static final String DETACH = "detach-";

    private final AttachFile attach;
    private final RemoveFile remove;
    private final AttachmentLists lists;

    public EntryFiles(AttachFile attach, RemoveFile remove, AttachmentLists lists) {
        this.attach = attach;
        this.remove = remove;
        this.lists = lists;
    }

    int most() {
        return lists.most();
    }

    /** What came with the form; what is wrong with it is told. */
    SentFiles sent(Request request, Faults faults) {
        SentFiles sent = SentFiles.of(request.files(), lists.most());
        sent.faults().stream()
                .map(fault -> request.texts().get(fault))
                .reduce((first, second) -> first + " " + second)
                .ifPresent(text -> faults.add(AttachmentList.FIELD, text));
        return sent;
    }

    void attach(Request request, long draft, SentFiles sent) {
        if (attach.run(request.client(), Actor.of(request.caller()), sent.beside(draft))
                .isEmpty()) {
            throw Problem.notFound();
        }
    }

    /** @return whether the wish was to take a file away */
    boolean detached(Request request, String wish) {
        String id = wish.startsWith(DETACH) ? wish.substring(DETACH.length()) : "";
        if (!id.matches("[0-9]{1,18}")) {
            return false;
        }
        remove.run(request.client(), Actor.of(request.caller()), Long.parseLong(id));
        return true;
    }

    /** Beside the draft, if it is one; a browser does not send again what was chosen before. */
    AttachmentList list(Request request, Optional<Long> draft, Faults faults) {
        String fault = faults.of(AttachmentList.FIELD);
        List<Message> none = List.of();
        AttachmentList list =
                draft.map(id -> lists.of(request, id, true, none)).orElseGet(() -> lists.none(request, none));
        return fault.isEmpty() ? list : list.with(fault);
    }

    static void chooseAgain(SentFiles sent, Faults faults, Request request) {
        if (!sent.files().isEmpty()) {
            faults.add(AttachmentList.FIELD, request.texts().get("attachment.chooseAgain"));
        }
    }
}
