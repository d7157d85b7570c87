package no.avstemt.application.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.avstemt.domain.dimension.DimensionType;

/**
 * Which lines count by what they are about: any of the values within a type, and every type that is named. None named
 * lets every line through.
 *
 * @param values ids of dimension values; one that nobody has gives no lines
 */
public record DimensionFilter(Map<DimensionType, Set<Long>> values) {

    public static final DimensionFilter NONE = new DimensionFilter(Map.of());

    private static final Pattern TUPLE = Pattern.compile("\\s*([a-z]+):([0-9]{1,18})\\s*");

    public DimensionFilter {
        Map<DimensionType, Set<Long>> sorted = new TreeMap<>();
        values.forEach((type, ids) -> sorted.put(type, Set.copyOf(ids)));
        values = Map.copyOf(sorted);
        if (values.values().stream().anyMatch(Set::isEmpty)) {
            throw new IllegalArgumentException("A dimension without values lets nothing through: " + values);
        }
    }

    /** From {@code type:id,type:id}; empty for what is not that, or names a type there is not. */
    public static Optional<DimensionFilter> parse(String text) {
        Map<DimensionType, Set<Long>> values = new EnumMap<>(DimensionType.class);
        for (String tuple : text.split(",", -1)) {
            Matcher matcher = TUPLE.matcher(tuple);
            Optional<DimensionType> type = matcher.matches() ? DimensionType.of(matcher.group(1)) : Optional.empty();
            if (type.isEmpty()) {
                return Optional.empty();
            }
            values.computeIfAbsent(type.get(), key -> new TreeSet<>()).add(Long.parseLong(matcher.group(2)));
        }
        return Optional.of(new DimensionFilter(values));
    }

    public static DimensionFilter ofPartner(long id) {
        return new DimensionFilter(Map.of(DimensionType.BUSINESSPARTNER, Set.of(id)));
    }

    public boolean isNone() {
        return values.isEmpty();
    }

    /** The same, but of the types that the other names only what it names. */
    public DimensionFilter narrowedBy(DimensionFilter other) {
        Map<DimensionType, Set<Long>> narrowed = new TreeMap<>(values);
        narrowed.putAll(other.values);
        return new DimensionFilter(narrowed);
    }

    /** As it is parsed, sorted. */
    @Override
    public String toString() {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .flatMap(entry -> new TreeSet<>(entry.getValue())
                                .stream().map(id -> entry.getKey().apiName() + ":" + id))
                        .collect(Collectors.joining(","));
    }
}
