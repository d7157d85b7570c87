package no.avstemt.web.entry;

import java.util.List;
import java.util.Optional;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;

/** The fields that each line of the form has, named as in it. */
enum LineField {
    ACCOUNT("account"),
    TEXT("text"),
    DEBIT("debit"),
    CREDIT("credit"),
    TAX_CODE("tax_code"),
    PARTNER("businesspartner", DimensionType.BUSINESSPARTNER),
    BANK_ACCOUNT("bankacc", DimensionType.BANKACC),
    PROJECT("project", DimensionType.PROJECT),
    DEPARTMENT("department", DimensionType.DEPARTMENT),
    ASSET("asset", DimensionType.ASSET),
    TAG("tag", DimensionType.TAG),
    ITEM("item", DimensionType.ITEM),
    CURRENCY("currency"),
    RATE("rate"),
    /** Not seen: the amount, tax base and tax of a line whose tax stands on another line already. */
    APART("apart");

    /** Those that are only shown when asked for. */
    static final List<LineField> MORE =
            List.of(PARTNER, BANK_ACCOUNT, PROJECT, DEPARTMENT, ASSET, TAG, ITEM, CURRENCY, RATE);

    private static final int LONGEST = 1_000;

    private final String id;
    private final Optional<DimensionType> dimension;
    private final Param<List<String>> param;

    LineField(String id) {
        this(id, Optional.empty());
    }

    LineField(String id, DimensionType dimension) {
        this(id, Optional.of(dimension));
    }

    LineField(String id, Optional<DimensionType> dimension) {
        this.id = id;
        this.dimension = dimension;
        param = Param.each(id, ParamType.anyText(LONGEST)).inForm();
    }

    String id() {
        return id;
    }

    /** Of the element on the page. */
    String at(int lineNo) {
        return id + "-" + lineNo;
    }

    /** The key of its label. */
    String label() {
        if (this == PARTNER) {
            return "entry-form.document_partner";
        }
        return (dimension.isPresent() ? "dimension." : "entry-form.") + id;
    }

    Optional<DimensionType> dimension() {
        return dimension;
    }

    static LineField of(DimensionType type) {
        for (LineField field : values()) {
            if (field.dimension.filter(type::equals).isPresent()) {
                return field;
            }
        }
        throw new IllegalStateException("The form has no field for " + type);
    }

    Param<List<String>> param() {
        return param;
    }
}
