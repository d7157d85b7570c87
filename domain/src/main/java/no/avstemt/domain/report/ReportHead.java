package no.avstemt.domain.report;

import java.util.ArrayList;
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
 * @param draftsLeftOut where drafts are counted too: how many are not, as they do not balance
 */
public record ReportHead(
        String report,
        String clientName,
        OrgNumber organisationNumber,
        Period period,
        List<Filter> filters,
        Optional<Paging> paging,
        Optional<Long> draftsLeftOut) {

    /** Names the period that figures stand beside, among the filters: two days with a stroke between. */
    public static final String COMPARED_WITH = "filter.compared_with";

    public ReportHead {
        filters = List.copyOf(filters);
    }

    /** Of what is posted alone. */
    public ReportHead(
            String report,
            String clientName,
            OrgNumber organisationNumber,
            Period period,
            List<Filter> filters,
            Optional<Paging> paging) {
        this(report, clientName, organisationNumber, period, filters, paging, Optional.empty());
    }

    /** With figures of another period beside its own. */
    public ReportHead beside(Period other) {
        List<Filter> more = new ArrayList<>(filters);
        more.add(new Filter(COMPARED_WITH, other.first() + "/" + other.last()));
        return new ReportHead(report, clientName, organisationNumber, period, more, paging, draftsLeftOut);
    }

    /** Of what is posted and of drafts. */
    public ReportHead withDrafts(long leftOut) {
        return new ReportHead(report, clientName, organisationNumber, period, filters, paging, Optional.of(leftOut));
    }

    /**
     * What narrows the report.
     *
     * @param key of the text that names it
     * @param value what was asked for; of what the books have a name for, that
     */
    public record Filter(String key, String value) {}
}
