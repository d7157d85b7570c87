package no.avstemt.web.front;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.client.ClientStore.ClientOverview;
import no.avstemt.application.client.Fetching;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.time.Oslo;
import no.avstemt.web.client.FetchingText;
import no.avstemt.web.front.ClientOrder.Show;
import no.avstemt.web.front.ClientOrder.Sort;
import no.avstemt.web.front.FrontPage.Choice;
import no.avstemt.web.front.FrontPage.ClientRow;
import no.avstemt.web.front.FrontPage.Head;
import no.avstemt.web.front.FrontPage.Progress;
import no.avstemt.web.front.FrontPage.Table;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Link;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** The table of client accounts: searched, chosen and sorted by what stands in the address. */
final class FrontTable {

    static final Param<Optional<String>> SEARCH = Param.optional("search", ParamType.text(100));
    static final Param<Show> SHOW = Param.withDefault("show", ParamType.choice(Show.byName()), "all");
    static final Param<Sort> SORT = Param.withDefault("sort", ParamType.choice(sorts()), "name");
    static final Param<Optional<Boolean>> DIRECTION = Param.optional("direction", ParamType.choice(directions()));

    private static final int PER_PAGE = 100;

    private final Request request;
    private final Texts texts;
    private final Formats formats;
    private final LocalDate today;
    private final ClientOrder order;
    private final Map<ClientAccountId, Fetching> fetching;

    FrontTable(Request request, Map<ClientAccountId, Fetching> fetching, Clock clock) {
        this.request = request;
        this.texts = request.texts();
        this.formats = request.formats();
        this.today = Oslo.today(clock);
        this.fetching = fetching;
        Sort sort = request.get(SORT);
        this.order = new ClientOrder(
                request.get(SEARCH).orElse(""),
                request.get(SHOW),
                sort,
                request.get(DIRECTION).orElse(sort.descendingFirst));
    }

    private static Map<String, Sort> sorts() {
        Map<String, Sort> names = new LinkedHashMap<>();
        Arrays.stream(Sort.values()).forEach(sort -> names.put(sort.id(), sort));
        return names;
    }

    private static Map<String, Boolean> directions() {
        Map<String, Boolean> names = new LinkedHashMap<>();
        names.put("ascending", false);
        names.put("descending", true);
        return names;
    }

    Table of(List<ClientOverview> all) {
        List<ClientOverview> found = order.of(all);
        Paged paged = new Paged(request.get(Paged.PAGE), PER_PAGE);
        List<ClientRow> rows = found.stream()
                .skip(paged.offset())
                .limit(PER_PAGE)
                .map(this::row)
                .toList();
        boolean whole = found.size() == all.size();
        return new Table(
                paged.page() > 1
                        ? page(paged.page())
                        : here(order.sort(), order.descending()).toString(),
                order.search(),
                order.sort().id(),
                direction(order.descending()),
                shows(),
                heads(),
                rows,
                whole ? "" : texts.get("front.found", formats.count(found.size()), formats.count(all.size())),
                texts.get("front.noneFound"),
                paged.page() > 1 ? page(paged.page() - 1) : "",
                paged.page() < paged.pages(found.size()) ? page(paged.page() + 1) : "");
    }

    private static String direction(boolean descending) {
        return descending ? "descending" : "ascending";
    }

    private List<Choice> shows() {
        List<Choice> shows = new ArrayList<>();
        Show.byName()
                .forEach((name, show) ->
                        shows.add(new Choice(name, texts.get("front.show." + name), show == order.show())));
        return shows;
    }

    private List<Head> heads() {
        return Arrays.stream(Sort.values()).map(this::head).toList();
    }

    private Head head(Sort sort) {
        boolean current = sort == order.sort();
        boolean descending = current ? !order.descending() : sort.descendingFirst;
        String label = texts.get("front.column." + sort.id());
        return new Head(
                Link.to(label, here(sort, descending).toString()),
                sort.css,
                current ? direction(order.descending()) : "");
    }

    private Address here(Sort sort, boolean descending) {
        Address address = Address.of(Addresses.FRONT);
        if (!order.search().isEmpty()) {
            address = address.with(SEARCH.name(), order.search());
        }
        if (order.show() != Show.ALL) {
            String chosen = shows().stream()
                    .filter(Choice::chosen)
                    .findFirst()
                    .orElseThrow()
                    .value();
            address = address.with(SHOW.name(), chosen);
        }
        return address.with(SORT.name(), sort.id()).with(DIRECTION.name(), direction(descending));
    }

    private String page(long page) {
        return here(order.sort(), order.descending())
                .with(Paged.PAGE.name(), page)
                .toString();
    }

    private ClientRow row(ClientOverview row) {
        ClientAccountId client = row.client().id();
        return new ClientRow(
                "client-" + client,
                row.client().name(),
                Addresses.client(client).toString(),
                row.fetchedAt().map(this::moment).orElse("–"),
                row.bookedTo().map(formats::date).orElse("–"),
                formats.amounts(row.atVipps()),
                row.differs() || row.isReconciled() ? formats.amounts(row.differences()) : "",
                row.isReconciled(),
                row.openFindings() == 0 ? "" : formats.count(row.openFindings()),
                Addresses.findings(client).toString(),
                Optional.ofNullable(fetching.get(client)).map(this::progress).stream()
                        .toList());
    }

    private Progress progress(Fetching going) {
        return new Progress(
                FetchingText.of(going, texts, formats),
                Long.toString(going.done()),
                Long.toString(Math.max(1, going.total())));
    }

    /** {@code i dag 07:23} when it was today. */
    private String moment(Instant at) {
        return LocalDate.ofInstant(at, Oslo.ZONE).equals(today)
                ? texts.get("front.today", formats.time(at))
                : formats.dateAndTime(at);
    }
}
