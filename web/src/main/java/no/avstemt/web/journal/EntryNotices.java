package no.avstemt.web.journal;

import java.util.ArrayList;
import java.util.List;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.application.journal.EntryView;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Link;

/** Links to what takes an entry back or books it further, and to what it does so to. */
final class EntryNotices {

    private EntryNotices() {}

    static List<Link> of(Request request, EntryView entry) {
        List<Link> notices = new ArrayList<>();
        entry.reversedBy().ifPresent(by -> notices.add(notice("journal.reversedBy", by, request)));
        entry.reverses().ifPresent(of -> notices.add(notice("journal.reverses", of, request)));
        entry.corrects().forEach(of -> notices.add(notice("journal.corrects", of, request)));
        entry.correctedBy().forEach(by -> notices.add(notice("journal.correctedBy", by, request)));
        return notices;
    }

    private static Link notice(String key, EntryRef other, Request request) {
        return Link.to(
                request.texts().get(key, other.fiscalYear() + "/" + other.number()),
                JournalEntryPages.address(request, other));
    }
}
