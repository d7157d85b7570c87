package no.avstemt.web.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.avstemt.application.paging.Slice;

/** One page of a list, in the envelope of the API. A page past the end holds nothing. */
public record Paged(long page, long perPage) {

    public static final Param<Long> PAGE = Param.withDefault("page", ParamType.number(1, 1_000_000_000), "1");
    public static final Param<Long> PER_PAGE = Param.withDefault("per_page", ParamType.number(1, 1000), "100");

    /** For lists that can be searched. */
    public static final Param<Optional<String>> SEARCH = Param.optional("search", ParamType.text(200));

    /** What the request asks for; its route takes {@link #PAGE} and {@link #PER_PAGE}. */
    public static Paged of(Request request) {
        return new Paged(request.get(PAGE), request.get(PER_PAGE));
    }

    /** @param shape what one item looks like in JSON */
    public <T> Map<String, Object> envelope(List<T> all, Function<T, ?> shape) {
        List<T> shown = all.stream().skip(offset()).limit(perPage).toList();
        return envelope(all.size(), shown, shape);
    }

    /**
     * For a list that was paged where it lies.
     *
     * @param records how many there are on all pages
     */
    public <T> Map<String, Object> envelope(long records, List<T> shown, Function<T, ?> shape) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("records", records);
        meta.put("per_page", perPage);
        meta.put("page", page);
        meta.put("pages", pages(records));
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("meta", meta);
        envelope.put("data", shown.stream().map(shape).toList());
        return envelope;
    }

    /**
     * For a list that is too long to be counted, whose pages begin after a row.
     *
     * @param place of a row, as the next page is asked for
     */
    public static <T> Map<String, Object> envelope(
            Slice<T> page, long perPage, Function<T, String> place, Function<T, ?> shape) {
        List<T> rows = page.rows();
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("per_page", perPage);
        meta.put("next", page.hasNext() ? place.apply(rows.get(rows.size() - 1)) : null);
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("meta", meta);
        envelope.put("data", rows.stream().map(shape).toList());
        return envelope;
    }

    public long offset() {
        return (page - 1) * perPage;
    }

    public long pages(long records) {
        return (records + perPage - 1) / perPage;
    }
}
