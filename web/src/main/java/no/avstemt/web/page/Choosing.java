package no.avstemt.web.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Finds what somebody means who types a number, a name or the beginning of one. */
public final class Choosing {

    /** @param several whether more than one fits */
    public record Found<T>(Optional<T> one, boolean several) {}

    private Choosing() {}

    public static <T> Found<T> of(String typed, List<T> all, Function<T, String> number, Function<T, String> name) {
        String first = typed.split("\\s", 2)[0];
        Optional<T> numbered = all.stream()
                .filter(each -> number.apply(each).equals(typed))
                .findFirst()
                .or(() -> all.stream()
                        .filter(each -> number.apply(each).equals(first))
                        .findFirst());
        if (numbered.isPresent()) {
            return new Found<>(numbered, false);
        }
        String wanted = typed.toLowerCase(Locale.ROOT);
        List<T> exact = named(all, name, own -> own.equals(wanted));
        List<T> beginning = exact.size() == 1 ? exact : named(all, name, own -> own.startsWith(wanted));
        List<T> holding = beginning.size() == 1 ? beginning : named(all, name, own -> own.contains(wanted));
        return new Found<>(holding.size() == 1 ? Optional.of(holding.get(0)) : Optional.empty(), holding.size() > 1);
    }

    private static <T> List<T> named(List<T> all, Function<T, String> name, Function<String, Boolean> fits) {
        return all.stream()
                .filter(each -> fits.apply(name.apply(each).toLowerCase(Locale.ROOT)))
                .toList();
    }
}
