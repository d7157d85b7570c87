package no.avstemt.web.connection;

import java.util.List;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.page.Frame;

/**
 * @param facts what Vipps tells of the ledger
 * @param client an existing client account, or a new one with the answers that follow
 * @param unitsNote what to know where a ledger has several sales units; empty where it has not
 * @param units one group of questions for each sales unit
 */
public record LedgerPage(
        Frame frame,
        String lead,
        List<Fact> facts,
        String action,
        Faults faults,
        Choice client,
        List<Field> identity,
        Choice language,
        Field startDate,
        Choice vat,
        List<Field> vatDates,
        Choice vatTerm,
        Choice fiscalYear,
        Choice chartTemplate,
        String unitsNote,
        List<Unit> units,
        Field cutoff) {

    public LedgerPage {
        facts = List.copyOf(facts);
        identity = List.copyOf(identity);
        vatDates = List.copyOf(vatDates);
        units = List.copyOf(units);
    }

    public record Fact(String label, String value) {}

    public record Unit(String title, Choice bookedFrom, Choice defaultCode, Choice zeroRate) {}
}
