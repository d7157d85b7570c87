package no.avstemt.domain.dimension;

import java.util.Locale;
import java.util.Optional;

/** The seven kinds of dimension of the Reports API, by the names it gives them. */
public enum DimensionType {
    BUSINESSPARTNER,
    BANKACC,
    PROJECT,
    DEPARTMENT,
    ASSET,
    TAG,
    ITEM;

    private final String apiName = name().toLowerCase(Locale.ROOT);

    /** As in the API: {@code relation_type}, {@code group_by_dimension}, {@code dimensions=type:id}. */
    public String apiName() {
        return apiName;
    }

    public static Optional<DimensionType> of(String apiName) {
        for (DimensionType type : values()) {
            if (type.apiName().equals(apiName)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
