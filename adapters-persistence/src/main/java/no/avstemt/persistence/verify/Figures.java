package no.avstemt.persistence.verify;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Sums as text: whatever stands in a table can be told, also beyond what a long holds. */
final class Figures {

    private Figures() {}

    /** @return kroner with two decimals; a dash where there is nothing */
    static String kroner(ResultSet row, String column) throws SQLException {
        BigDecimal ore = row.getBigDecimal(column);
        return ore == null ? "–" : ore.movePointLeft(2).setScale(2).toPlainString();
    }
}
