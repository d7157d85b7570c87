package no.avstemt.domain.chart;

/**
 * Where an account stands in the business specification (næringsspesifikasjon), as SAF-T's {@code GroupingCategory} and
 * {@code GroupingCode}. Only the pair means something, and codes are text.
 */
public record SaftGrouping(String category, String code) {

    public SaftGrouping {
        if (category.isBlank() || code.isBlank()) {
            throw new IllegalArgumentException("A grouping is a category and a code, not " + category + "/" + code);
        }
    }

    @Override
    public String toString() {
        return category + "/" + code;
    }
}
