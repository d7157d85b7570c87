package no.avstemt.web.entry;

import java.util.List;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;

/** The fields that the form has once, named as in it. */
enum HeadField {
    DATE("date"),
    DESCRIPTION("description"),
    HELD_REASON("held_reason"),
    DOCUMENT_TYPE("document_type"),
    DOCUMENT_NUMBER("document_number"),
    DOCUMENT_DATE("document_date"),
    DUE_DATE("due_date"),
    PAYMENT_REF("payment_ref"),
    DOCUMENT_PARTNER("document_partner");

    static final List<HeadField> DOCUMENT =
            List.of(DOCUMENT_TYPE, DOCUMENT_NUMBER, DOCUMENT_DATE, DUE_DATE, PAYMENT_REF, DOCUMENT_PARTNER);

    private static final int LONGEST = 2_000;

    private final String id;
    private final Param<String> param;

    HeadField(String id) {
        this.id = id;
        param = Param.withDefault(id, ParamType.anyText(LONGEST), "").inForm();
    }

    String id() {
        return id;
    }

    Param<String> param() {
        return param;
    }
}
