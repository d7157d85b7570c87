package no.avstemt.domain.report;

import java.util.List;
import java.util.Optional;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.time.Period;

/**
 * What stands over a report: which, of whom, for when, and what was left out of it by choice.
 *
 * @param report names it in addresses and in the text key {@code report.<report>}
 * @param period {@link Period#EVER} at an end that nobody asked for
 * @param paging of a report that comes in pages
 */
public record ReportHead(
        String report,
        String clientName,
        OrgNumber organisationNumber,
        Period period,
        List<Filter> filters,
        Optional<Paging> paging) {

    public ReportHead {
        filters = List.copyOf(filters);
    }

    /** A filter that narrows the report: the parameter's name in the API and what was asked for. */
    public record Filter(String parameter, String value) {}
}
