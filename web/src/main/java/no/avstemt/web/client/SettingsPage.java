package no.avstemt.web.client;

import java.util.List;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.page.Frame;

/**
 * @param fixed why start and fiscal year cannot be changed; empty while they can
 * @param mayWrite whether anything can be changed, or only seen
 */
public record SettingsPage(
        Frame frame,
        String client,
        Faults faults,
        Field name,
        Choice language,
        Choice vat,
        List<Field> vatDates,
        Choice vatTerm,
        Field startDate,
        Choice fiscalYear,
        Field disputeDays,
        String fixed,
        GranularityForm granularity,
        boolean mayWrite) {

    public SettingsPage {
        vatDates = List.copyOf(vatDates);
    }
}
