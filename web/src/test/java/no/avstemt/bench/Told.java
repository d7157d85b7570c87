package no.avstemt.bench;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a measuring process tells the one that started it: a line a figure, {@code figure name=value}. */
record Told(Map<String, String> figures) {

    private static final String MARK = "figure ";

    static void tell(String name, Object value) {
        System.out.println(MARK + name + "=" + value);
    }

    static Told of(Iterable<String> lines) {
        Map<String, String> figures = new TreeMap<>();
        for (String line : lines) {
            if (line.startsWith(MARK)) {
                String[] figure = line.substring(MARK.length()).split("=", 2);
                figures.put(figure[0], figure[1]);
            }
        }
        return new Told(figures);
    }

    Optional<Long> find(String name) {
        return text(name).map(Long::parseLong);
    }

    long number(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("Nothing was told of " + name));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(figures.get(name));
    }
}
