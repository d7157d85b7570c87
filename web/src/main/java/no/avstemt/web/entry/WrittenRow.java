package no.avstemt.web.entry;

import java.util.List;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.web.entry.WrittenPage.Row;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.text.Texts;

/** One entry or draft in its list. */
record WrittenRow(FullEntry entry, Request request) {

    /** @param actions where a wish about it is sent; may be empty */
    Row row(String actions) {
        Texts texts = request.texts();
        long debit = sum(entry.lines().stream()
                .map(FullEntry.Line::amount)
                .filter(amount -> amount > 0)
                .toList());
        return new Row(
                "draft-" + entry.id(),
                href(),
                entry.ref().map(WrittenRow::number).orElse(""),
                request.formats().date(entry.date()),
                entry.description().isBlank() ? texts.get("entries-written.noText") : entry.description(),
                entry.document().map(kept -> kept.document().number()).orElse(""),
                entry.creator(),
                request.formats().amount(debit),
                state(),
                actions);
    }

    /** Those who may not write see nothing more of a draft than its row. */
    private String href() {
        if (!entry.isDraft()) {
            return Addresses.journalEntry(request.client(), entry.id()).toString();
        }
        return request.caller().mayWrite()
                ? Addresses.draft(request.client(), entry.id()).toString()
                : "";
    }

    private String state() {
        Texts texts = request.texts();
        long difference = sum(entry.lines().stream().map(FullEntry.Line::amount).toList());
        if (difference != 0) {
            return texts.get("entries-written.unbalanced", request.formats().amount(difference));
        }
        return entry.reversedBy()
                .map(by -> texts.get("entries-written.cancelled", number(by)))
                .or(() -> entry.reverses().map(of -> texts.get("entries-written.reverses", number(of))))
                .orElse("");
    }

    private static long sum(List<Long> amounts) {
        return amounts.stream().reduce(0L, Math::addExact);
    }

    static String number(EntryRef ref) {
        return ref.fiscalYear() + "/" + ref.number();
    }
}
