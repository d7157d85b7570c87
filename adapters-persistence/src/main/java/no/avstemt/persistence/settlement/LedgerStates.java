package no.avstemt.persistence.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.settlement.Halt;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.Part;
import no.avstemt.application.settlement.Retry;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.statement.Update;

/** Rows of {@code ledger_state}: what halts a part is in columns of its own, those of money without a prefix. */
public final class LedgerStates {

    /** Of the table's alias {@code s}, which may be joined outer: then a ledger without a row is new. */
    public static final String COLUMNS = """
            s.booked_to, s.checked_to, s.difference,
            s.failed_at, s.failure, s.failures, s.next_try_at,
            s.sales_failed_at, s.sales_failure, s.sales_failures, s.sales_next_try_at,
            s.dates_failed_at, s.dates_failure, s.dates_failures, s.dates_next_try_at
            """;

    private LedgerStates() {}

    public static LedgerState of(ResultSet row) throws SQLException {
        Map<Part, Halt> halts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            Optional<Instant> at = Rows.optionalInstant(row, prefix(part) + "failed_at");
            if (at.isPresent()) {
                halts.put(part, halt(row, prefix(part), at.get()));
            }
        }
        return new LedgerState(
                Rows.optionalDate(row, "booked_to"),
                Rows.optionalDate(row, "checked_to"),
                row.getLong("difference"),
                halts);
    }

    private static Halt halt(ResultSet row, String prefix, Instant at) throws SQLException {
        return new Halt(
                at,
                Trouble.read(row.getString(prefix + "failure")),
                new Retry(row.getInt(prefix + "failures"), Rows.optionalInstant(row, prefix + "next_try_at")));
    }

    /** Parameters named as the columns. */
    static Update bound(Update update, LedgerState state) {
        update.bind("booked_to", state.bookedTo().orElse(null))
                .bind("checked_to", state.checkedTo().orElse(null))
                .bind("difference", state.difference());
        for (Part part : Part.values()) {
            String prefix = prefix(part);
            Optional<Halt> halt = state.halt(part);
            Retry retry = state.retry(part);
            update.bind(prefix + "failed_at", halt.map(Halt::at).map(Rows::utc).orElse(null))
                    .bind(
                            prefix + "failure",
                            halt.map(Halt::why).map(Trouble::stored).orElse(null))
                    .bind(prefix + "failures", retry.failures())
                    .bind(prefix + "next_try_at", retry.nextAt().map(Rows::utc).orElse(null));
        }
        return update;
    }

    private static String prefix(Part part) {
        return switch (part) {
            case MONEY -> "";
            case SALES -> "sales_";
            case DATES -> "dates_";
        };
    }
}
