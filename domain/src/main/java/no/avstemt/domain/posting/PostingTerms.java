package no.avstemt.domain.posting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.settlement.EntryType;

/** What a client account has decided about how its ledgers are booked, beside the standard rules. */
public record PostingTerms(List<CategoryRule> categories, List<RuleOverride> overrides) {

    public static final PostingTerms STANDARD = new PostingTerms(List.of(), List.of());

    public PostingTerms {
        categories = List.copyOf(categories);
        overrides = List.copyOf(overrides);
    }

    /** The unit's own rule goes first, then the one that began last. */
    Optional<CategoryRule> category(Optional<String> category, String unitNumber, LocalDate day) {
        return category.flatMap(sold -> categories.stream()
                .filter(rule -> rule.isFor(sold, unitNumber, day))
                .max(Comparator.comparing((CategoryRule rule) -> rule.unit().isPresent())
                        .thenComparing(CategoryRule::from)));
    }

    /** The one that began last. */
    Optional<RuleOverride> override(EntryType type, LocalDate day) {
        return overrides.stream().filter(rule -> rule.isFor(type, day)).max(Comparator.comparing(RuleOverride::from));
    }
}
