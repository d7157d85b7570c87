package no.avstemt.application.finding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.finding.FindingStore.PlacedFinding;
import no.avstemt.domain.client.ClientAccountId;

/** What an accountant should see of one client account: open findings first, then those that closed. */
public final class ListFindings {

    private final UnitOfWork unitOfWork;

    public ListFindings(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** @param count of all of them, on this page or not */
    public record Found(List<PlacedFinding> page, long count) {

        public Found {
            page = List.copyOf(page);
        }
    }

    /** The page of this many that a finding stands on, from 1; none where it is not in the list. */
    public Optional<Long> pageOf(ClientAccountId client, boolean closedToo, long findingId, int limit) {
        return unitOfWork
                .read(Set.of(client), stores -> stores.findings().before(client, closedToo, findingId))
                .map(before -> before / limit + 1);
    }

    public Found run(ClientAccountId client, boolean closedToo, long offset, int limit) {
        return unitOfWork.read(
                Set.of(client),
                stores -> new Found(
                        stores.findings().page(client, closedToo, offset, limit),
                        stores.findings().count(client, closedToo)));
    }
}
