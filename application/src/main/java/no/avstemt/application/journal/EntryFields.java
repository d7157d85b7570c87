package no.avstemt.application.journal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import no.avstemt.application.csv.CellText;
import no.avstemt.application.csv.CsvReader;
import no.avstemt.application.journal.ImportProblem.Reason;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.journal.EntryRules;
import no.avstemt.domain.text.PlainText;

/** The fields of a row as what they mean. What rows have in common is kept once. */
final class EntryFields {

    private static final int MAX_DIGITS = 16;
    private static final int LONGEST_DESCRIPTION = 500;

    private final CsvReader rows;
    private final EntryColumns columns;
    private final Map<String, AccountCode> accounts = new HashMap<>();
    private String dateText = "";
    private LocalDate date = LocalDate.EPOCH;

    EntryFields(CsvReader rows, EntryColumns columns) {
        this.rows = rows;
        this.columns = columns;
    }

    LocalDate date() throws BadRow {
        if (!rows.holds(columns.date, dateText)) {
            String text = rows.text(columns.date);
            date = date(text, "date");
            dateText = text;
        }
        return date;
    }

    static LocalDate date(String text, String column) throws BadRow {
        return CellText.date(text).orElseThrow(() -> new BadRow(column, Reason.NO_DATE, text));
    }

    AccountCode account() throws BadRow {
        String code = rows.text(columns.account);
        AccountCode known = accounts.get(code);
        if (known == null) {
            try {
                known = new AccountCode(code);
            } catch (IllegalArgumentException e) {
                throw new BadRow("account", Reason.NO_ACCOUNT_CODE, code, e);
            }
            accounts.put(code, known);
        }
        return known;
    }

    String description() throws BadRow {
        String text = rows.text(columns.description);
        if (text.isBlank()) {
            throw new BadRow("description", Reason.NO_DESCRIPTION, "");
        }
        refuseUnlessPlain(text, "description");
        if (text.length() > LONGEST_DESCRIPTION) {
            throw new BadRow("description", Reason.DESCRIPTION_TOO_LONG, Integer.toString(LONGEST_DESCRIPTION));
        }
        return text;
    }

    static void refuseUnlessPlain(String text, String column) throws BadRow {
        if (!PlainText.isPlain(text)) {
            throw new BadRow(column, Reason.NOT_PLAIN, column);
        }
    }

    /** Minor units, debit positive. */
    long amount() throws BadRow {
        long debit = side(columns.debit);
        long credit = side(columns.credit);
        if (debit != 0 && credit != 0) {
            String both = rows.text(columns.debit) + "," + rows.text(columns.credit);
            throw new BadRow(columns.nameOfAmounts(), Reason.NOT_ONE_SIDE, both);
        }
        return debit - credit;
    }

    /** From nothing to the largest amount, never less than zero. */
    private long side(int field) throws BadRow {
        if (!columns.inOre) {
            return kroner(rows.text(field), false, columns.nameOf(field));
        }
        long amount = rows.digits(field, MAX_DIGITS);
        if (amount < 0) {
            String text = rows.text(field);
            Reason reason = text.startsWith("-") ? Reason.NOT_ONE_SIDE : noAmount(text);
            throw new BadRow(columns.nameOf(field), reason, text);
        }
        if (amount > EntryRules.LARGEST_AMOUNT) {
            throw new BadRow(columns.nameOf(field), Reason.AMOUNT_TOO_LARGE, rows.text(field));
        }
        return amount;
    }

    /** Signed, in øre or kroner as the file's other amounts; not for an empty field. */
    long signed(String text, String column) throws BadRow {
        if (!columns.inOre) {
            return kroner(text, true, column);
        }
        if (!text.matches("-?[0-9]{1,16}")) {
            throw new BadRow(column, noAmount(text), text);
        }
        return within(Long.parseLong(text), text, column);
    }

    /** With a point or a comma before one or two decimals, or none; thousands may be parted by spaces. */
    private static long kroner(String text, boolean maybeNegative, String column) throws BadRow {
        if (text.isEmpty()) {
            return 0;
        }
        String number = CellText.ungrouped(text);
        boolean negative = number.startsWith("-");
        if (negative && !maybeNegative) {
            throw new BadRow(column, Reason.NOT_ONE_SIDE, text);
        }
        String unsigned = negative ? number.substring(1) : number;
        if (!unsigned.matches("[0-9]{1,16}([.,][0-9]{1,2})?")) {
            throw new BadRow(column, noAmount(text), text);
        }
        String[] parts = unsigned.split("[.,]");
        long decimals = parts.length == 1 ? 0 : Long.parseLong((parts[1] + "0").substring(0, 2));
        long minor = Math.addExact(Math.multiplyExact(Long.parseLong(parts[0]), 100L), decimals);
        return within(negative ? -minor : minor, text, column);
    }

    /** A number of too many digits is an amount all the same. */
    private static Reason noAmount(String text) {
        return text.matches("-?[0-9]{17,}([.,][0-9]{1,2})?") ? Reason.AMOUNT_TOO_LARGE : Reason.NO_AMOUNT;
    }

    private static long within(long amount, String text, String column) throws BadRow {
        if (Math.abs(amount) > EntryRules.LARGEST_AMOUNT) {
            throw new BadRow(column, Reason.AMOUNT_TOO_LARGE, text);
        }
        return amount;
    }
}
