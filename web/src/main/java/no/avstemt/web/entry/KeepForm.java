package no.avstemt.web.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.file.FileStore.NewFile;
import no.avstemt.application.journal.EntryOutcome;
import no.avstemt.application.journal.EntryOutcome.Done;
import no.avstemt.application.journal.KeepDrafts;
import no.avstemt.application.journal.PostEntry;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.journal.EntryFault;
import no.avstemt.web.entry.SentOnce.Sent;
import no.avstemt.web.file.SentFiles;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Addresses;

/** Keeps or posts what the form of an entry holds, with the files that came with it: one piece of work, done once. */
public final class KeepForm {

    private final KeepDrafts keepDrafts;
    private final PostEntry postEntry;
    private final EntryFiles files;
    private final SentOnce once;

    public KeepForm(KeepDrafts keepDrafts, PostEntry postEntry, EntryFiles files, SentOnce once) {
        this.keepDrafts = keepDrafts;
        this.postEntry = postEntry;
        this.files = files;
        this.once = once;
    }

    enum Wish {
        DRAFT,
        POST,
        /** Keep the files beside a draft, and let the writing go on. */
        ATTACH;

        static Optional<Wish> of(String name) {
            return Arrays.stream(values())
                    .filter(wish -> wish.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst();
        }
    }

    /**
     * How it went.
     *
     * @param outcome of this time; none when the same form was sent before
     * @param draft that is written on from now
     */
    record Kept(Sent sent, Optional<EntryOutcome> outcome, Optional<Long> draft) {

        EntryOutcome refusal() {
            return outcome.orElseThrow();
        }
    }

    EntryFiles files() {
        return files;
    }

    String newToken() {
        return once.newToken();
    }

    /** What the work of the last try came to: it may be tried again when the database asks for it. */
    private static final class Attempt {

        private Optional<EntryOutcome> outcome = Optional.empty();
        private Optional<Long> draft = Optional.empty();
    }

    /** What is wrong with an entry for this wish, before anything is done. */
    List<EntryFault> faults(Request request, EntryDraft entry, Optional<String> heldReason, Wish wish) {
        return wish == Wish.POST
                ? postEntry.faults(request.client(), entry, heldReason)
                : keepDrafts.faults(request.client(), entry);
    }

    Kept run(
            Request request,
            ShownForm shown,
            EntryDraft entry,
            Optional<String> heldReason,
            SentFiles sent,
            Wish wish) {
        Attempt attempt = new Attempt();
        Sent done = once.run(request, content(shown, sent, wish), () -> {
            attempt.draft = shown.draft();
            EntryOutcome outcome = outcome(request, attempt, entry, heldReason, sent, wish == Wish.POST);
            attempt.outcome = Optional.of(outcome);
            return location(request, outcome, wish);
        });
        return new Kept(done, attempt.outcome, attempt.draft);
    }

    /** All that was sent, so that the same form with something else in it is known. */
    private static String content(ShownForm shown, SentFiles sent, Wish wish) {
        String names = sent.beside(0).stream().map(NewFile::sha256).collect(Collectors.joining(" "));
        return wish + " " + shown.draft().orElse(0L) + " " + names + "\n"
                + shown.typed().told();
    }

    /** Files need something to lie beside, so that what comes with them is first kept as a draft. */
    private EntryOutcome outcome(
            Request request,
            Attempt attempt,
            EntryDraft entry,
            Optional<String> heldReason,
            SentFiles sent,
            boolean post) {
        if (sent.files().isEmpty()) {
            return outcome(request, entry, heldReason, attempt.draft, post);
        }
        EntryOutcome written = outcome(request, entry, heldReason, attempt.draft, false);
        if (!(written instanceof Done draft)) {
            return written;
        }
        files.attach(request, draft.entry().id(), sent);
        attempt.draft = Optional.of(draft.entry().id());
        return post ? outcome(request, entry, heldReason, attempt.draft, true) : written;
    }

    /** A draft that is posted is first kept as it stands in the form, so that nothing is lost where it is refused. */
    private EntryOutcome outcome(
            Request request, EntryDraft entry, Optional<String> heldReason, Optional<Long> draft, boolean post) {
        Actor actor = Actor.of(request.caller());
        if (draft.isEmpty()) {
            return post
                    ? postEntry.run(request.client(), actor, entry, heldReason)
                    : keepDrafts.create(request.client(), actor, entry);
        }
        EntryOutcome changed = keepDrafts.change(request.client(), actor, draft.get(), entry);
        return post && changed instanceof Done
                ? postEntry.draft(request.client(), actor, draft.get(), heldReason)
                : changed;
    }

    private static Optional<String> location(Request request, EntryOutcome outcome, Wish wish) {
        if (!(outcome instanceof Done done)) {
            return Optional.empty();
        }
        long id = done.entry().id();
        if (!done.entry().isDraft()) {
            return Optional.of(Addresses.journalEntry(request.client(), id).toString());
        }
        return Optional.of(
                wish == Wish.ATTACH
                        ? Addresses.draft(request.client(), id)
                                .at("attachments")
                                .toString()
                        : Addresses.drafts(request.client()).at("draft-" + id).toString());
    }
}
