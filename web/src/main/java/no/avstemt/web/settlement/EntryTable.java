package no.avstemt.web.settlement;

import java.util.List;

/**
 * Settlement entries as rows of finished texts.
 *
 * @param showsLine whether each row tells what of it a journal line carries
 * @param sum of the rows' amounts, in words too; empty where it would mean nothing
 * @param sumOnLine of what the line carries of the rows
 */
public record EntryTable(
        String caption, List<Row> rows, boolean showsLine, String sumLabel, String sum, String sumOnLine) {

    public EntryTable {
        rows = List.copyOf(rows);
    }

    /**
     * @param vippsType the type in Vipps's own word
     * @param unit the sales unit
     * @param onLine what the journal line carries; empty where none was asked for
     * @param booked number of the journal entry, or a word for what is not booked
     * @param bookedHref may be empty
     */
    public record Row(
            String href,
            String date,
            String time,
            String type,
            String vippsType,
            String reference,
            String psp,
            String unit,
            String amount,
            String onLine,
            String balance,
            String booked,
            String bookedHref) {}
}
