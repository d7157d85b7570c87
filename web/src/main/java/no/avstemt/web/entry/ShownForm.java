package no.avstemt.web.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.journal.EntryChoices;
import no.avstemt.web.file.AttachmentList;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.page.Link;

/**
 * What of the form is shown.
 *
 * @param focused number of the line in which writing goes on; 0 for none
 * @param token of {@link SentOnce}
 * @param notice what there is to know before it is sent
 */
record ShownForm(int status, TypedEntry typed, Optional<Long> draft, int focused, String token, Optional<Link> notice) {

    static ShownForm of(TypedEntry typed, Optional<Long> draft, String token) {
        return new ShownForm(200, typed, draft, 0, token, Optional.empty());
    }

    ShownForm holding(TypedEntry other) {
        return new ShownForm(status, other, draft, focused, token, notice);
    }

    ShownForm refused(int otherStatus) {
        return new ShownForm(otherStatus, typed, draft, focused, token, notice);
    }

    ShownForm on(Optional<Long> otherDraft) {
        return new ShownForm(status, typed, otherDraft, focused, token, notice);
    }

    ShownForm focusedOnLast() {
        return new ShownForm(status, typed, draft, typed.lines().size(), token, notice);
    }

    ShownForm with(String otherToken, Link otherNotice) {
        return new ShownForm(status, typed, draft, focused, otherToken, Optional.of(otherNotice));
    }

    /** @param today stands for a date that is none */
    Reply page(
            Request request,
            EntryChoices choices,
            Faults faults,
            AttachmentList attachments,
            ClientFrames frames,
            LocalDate today) {
        EntryReading reading = new EntryReading(typed, choices, today, request.texts());
        EntryFormView view = new EntryFormView(reading, faults, request);
        String title = request.texts().get(draft.isPresent() ? "entry-form.editDraft" : "entry-form.title");
        EntryFormPage page = new EntryFormPage(
                frames.frame(request, RailPage.JOURNAL, title, List.of(above(request))),
                title,
                request.client().toString(),
                Addresses.NEW_ENTRY,
                draft.map(String::valueOf).orElse(""),
                token,
                notice.map(List::of).orElse(List.of()),
                faults,
                view.head(HeadField.DATE),
                view.head(HeadField.DESCRIPTION),
                view.held(),
                view.documentType(),
                view.document(),
                view.documentOpen(),
                view.lines(focused),
                !typed.isFull(),
                view.sums(),
                Field.text(
                        TemplatePages.NAME.name(),
                        request.texts().get("entry-template.name"),
                        status == 200 ? "" : request.get(TemplatePages.NAME),
                        faults),
                attachments,
                EntryFormView.lists(choices, reading.day(today), request.texts()));
        return Reply.page(status, new View("entry/form.jte", page));
    }

    private static Link above(Request request) {
        return Link.to(
                request.texts().get(RailPage.JOURNAL.textKey()),
                RailPage.JOURNAL.of(request.client()).toString());
    }
}
