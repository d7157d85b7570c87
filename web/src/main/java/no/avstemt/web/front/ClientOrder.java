package no.avstemt.web.front;

import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import no.avstemt.application.client.ClientStore.ClientOverview;
import no.avstemt.domain.money.Money;

/**
 * Which client accounts, in which order.
 *
 * @param search in name and organisation number; empty for all
 */
record ClientOrder(String search, Show show, Sort sort, boolean descending) {

    enum Show {
        ALL(row -> true),
        NEEDS_ME(row -> row.openFindings() > 0 || row.failure().isPresent()),
        DIFFERING(row -> !row.isReconciled());

        private final Predicate<ClientOverview> shown;

        Show(Predicate<ClientOverview> shown) {
            this.shown = shown;
        }

        static Map<String, Show> byName() {
            Map<String, Show> names = new LinkedHashMap<>();
            names.put("all", ALL);
            names.put("needs-me", NEEDS_ME);
            names.put("not-reconciled", DIFFERING);
            return names;
        }
    }

    /** Columns; each is first sorted the way that puts what matters on top. */
    enum Sort {
        NAME(false, byName(), ""),
        FETCHED(false, Comparator.comparing(row -> row.fetchedAt().orElse(Instant.EPOCH)), "wide-only"),
        BOOKED(false, Comparator.comparing(row -> row.bookedTo().orElse(LocalDate.EPOCH)), "wide-only"),
        VIPPS(true, Comparator.comparingLong(row -> kroner(row.atVipps())), "num wide-only"),
        DIFFERENCE(true, byDifference(), "num"),
        FINDINGS(true, Comparator.comparingLong(ClientOverview::openFindings), "num");

        final boolean descendingFirst;
        final String css;
        private final Comparator<ClientOverview> order;

        Sort(boolean descendingFirst, Comparator<ClientOverview> order, String css) {
            this.descendingFirst = descendingFirst;
            this.order = order;
            this.css = css;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Sort> of(String id) {
            return List.of(values()).stream()
                    .filter(sort -> sort.id().equals(id))
                    .findFirst();
        }

        private static long kroner(List<Money> amounts) {
            return amounts.stream()
                    .filter(money -> money.currency().equals(Money.NOK))
                    .mapToLong(Money::minor)
                    .sum();
        }

        private static long largest(List<Money> amounts) {
            return amounts.stream()
                    .mapToLong(money -> Math.abs(money.minor()))
                    .max()
                    .orElse(0);
        }

        /** As Norwegian sorts, in every language: å after ø. */
        private static Comparator<ClientOverview> byName() {
            Collator collator = Collator.getInstance(Locale.forLanguageTag("nb"));
            return (one, other) ->
                    collator.compare(one.client().name(), other.client().name());
        }

        private static Comparator<ClientOverview> byDifference() {
            return Comparator.<ClientOverview>comparingLong(row -> largest(row.differences()))
                    .thenComparing(row -> !row.isReconciled());
        }
    }

    List<ClientOverview> of(List<ClientOverview> all) {
        Comparator<ClientOverview> order = descending ? sort.order.reversed() : sort.order;
        return all.stream()
                .filter(show.shown)
                .filter(this::isSearchedFor)
                .sorted(order.thenComparing(Sort.NAME.order))
                .toList();
    }

    private boolean isSearchedFor(ClientOverview row) {
        String words = search.toLowerCase(Locale.ROOT).strip();
        String digits = words.replaceAll("[\\s\u00A0]", "");
        return row.client().name().toLowerCase(Locale.ROOT).contains(words)
                || digits.matches("[0-9]+")
                        && row.client().organisationNumber().digits().contains(digits);
    }
}
