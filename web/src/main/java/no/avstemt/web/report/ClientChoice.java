package no.avstemt.web.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.application.client.ClientStore.ClientName;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.SeveralClients;
import no.avstemt.web.page.Address;
import no.avstemt.web.report.CombinedPage.Ticks;
import no.avstemt.web.report.Selection.Option;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/**
 * Which client accounts a page is about. As long as its reader ticks none, it is about all of them, also those that come
 * later.
 *
 * @param visible to the reader, by name
 * @param chosen among them, in the same order
 */
record ClientChoice(List<ClientName> visible, List<ClientName> chosen) {

    /** Says that what is ticked is what is meant, also where it is nothing. */
    static final Param<Boolean> ONLY_TICKED = Param.withDefault("ticked", ParamType.flag(), "false");

    /** @throws Problem 400 when they are too many for one answer */
    static ClientChoice of(Request request, List<ClientName> visible) {
        Set<ClientAccountId> ticked = request.get(SeveralClients.TICKED).stream()
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        if (ticked.size() > SeveralClients.MOST) {
            throw Problem.badRequest("combined.tooMany", Integer.toString(SeveralClients.MOST));
        }
        return ticked.isEmpty() && !request.get(ONLY_TICKED)
                ? new ClientChoice(visible, atMost(visible))
                : new ClientChoice(
                        visible,
                        visible.stream()
                                .filter(client -> ticked.contains(client.id()))
                                .toList());
    }

    private static List<ClientName> atMost(List<ClientName> clients) {
        return clients.subList(0, Math.min(clients.size(), SeveralClients.MOST));
    }

    private boolean isAll() {
        return chosen.equals(atMost(visible));
    }

    /** As the API names them. */
    String ids() {
        return chosen.stream().map(client -> client.id().toString()).collect(Collectors.joining(","));
    }

    /** The shortest address that says the same. */
    Address in(Address page) {
        if (chosen.isEmpty()) {
            return none(page);
        }
        return isAll() ? page : page.with(SeveralClients.PARAM.name(), ids());
    }

    private static Address none(Address page) {
        return page.with(ONLY_TICKED.name(), true);
    }

    /** @param page with all else that it was asked for */
    Ticks ticks(Address page, Texts texts, Formats formats) {
        Set<ClientAccountId> ids = chosen.stream().map(ClientName::id).collect(Collectors.toSet());
        return new Ticks(
                chosen.size() == visible.size()
                        ? texts.get("combined.allClients", formats.count(visible.size()))
                        : texts.get(
                                "combined.someClients", formats.count(chosen.size()), formats.count(visible.size())),
                visible.stream()
                        .map(client -> new Option(client.id().toString(), client.name(), ids.contains(client.id())))
                        .toList(),
                page.toString(),
                none(page).toString());
    }
}
