package no.avstemt.web.frame;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Link;

/** The lists of a client account's journal, each of which leads to the others. */
public enum JournalTab {
    POSTED("entries-written.posted", Addresses::journal),
    DRAFTS("entries-written.drafts", Addresses::drafts),
    TEMPLATES("entry-template.title", Addresses::templates),
    UNDOCUMENTED("undocumented.title", Addresses::undocumented),
    /** For those who may write. */
    IMPORT("entry-import.title", Addresses::importEntries);

    private final String key;
    private final Function<ClientAccountId, Address> address;

    JournalTab(String key, Function<ClientAccountId, Address> address) {
        this.key = key;
        this.address = address;
    }

    /** Those that the reader may see, this one as where the reader is. */
    public List<Link> links(Request request) {
        return Stream.of(values())
                .filter(tab -> tab != IMPORT || request.caller().mayWrite())
                .map(tab -> new Link(
                        request.texts().get(tab.key),
                        tab.address.apply(request.client()).toString(),
                        tab == this))
                .toList();
    }
}
