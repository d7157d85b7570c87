package no.avstemt.web.settlement;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.avstemt.application.paging.From;
import no.avstemt.application.paging.Slice;
import no.avstemt.application.settlement.EntryQuery.Place;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Pager;
import no.avstemt.web.text.Message;

/** The place of a page in a list, as it stands in the address: {@code 2026-11-20.4711.99}. */
public final class Places {

    private static final ParamType<Place> TYPE =
            new ParamType<>("string", "", List.of(), Message.of("param.place"), Places::parse);

    public static final Param<Optional<Place>> AFTER = Param.optional("after", TYPE);
    public static final Param<Optional<Place>> BEFORE = Param.optional("before", TYPE);

    private Places() {}

    /** @throws Problem 400 when both ends of the page are given */
    public static From<Place> from(Request request, int size) {
        return from(request.get(AFTER), request.get(BEFORE), size);
    }

    public static <K> From<K> from(Optional<K> after, Optional<K> before, int size) {
        if (after.isPresent() && before.isPresent()) {
            throw Problem.badRequest("error.afterAndBefore");
        }
        return new From<>(after, before, size);
    }

    /**
     * @param list the address of the list without a place in it
     * @param place of a row, as it stands in the address
     */
    public static <T> Pager pager(Slice<T> page, Address list, Function<T, String> place) {
        List<T> rows = page.rows();
        if (rows.isEmpty()) {
            return new Pager("", "");
        }
        String first = place.apply(rows.get(0));
        String last = place.apply(rows.get(rows.size() - 1));
        return new Pager(
                page.hasPrevious() ? list.with(BEFORE.name(), first).toString() : "",
                page.hasNext() ? list.with(AFTER.name(), last).toString() : "");
    }

    public static String text(Place place) {
        return place.ledgerDate() + "." + place.feedPosition() + "." + place.id();
    }

    private static Optional<Place> parse(String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.[0-9]{1,18}){2}")) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.", 3);
        try {
            return Optional.of(
                    new Place(LocalDate.parse(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
