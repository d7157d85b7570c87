package no.avstemt.web.connection;

import java.util.List;
import no.avstemt.web.page.Field;

/**
 * The fields of a connection.
 *
 * @param all of every kind of keys
 * @param salesUnit that only a merchant's own keys have
 * @param isSalesUnit whether the latter are shown from the start
 */
public record ConnectionFields(List<Field> all, List<Field> salesUnit, boolean isSalesUnit) {

    public ConnectionFields {
        all = List.copyOf(all);
        salesUnit = List.copyOf(salesUnit);
    }
}
