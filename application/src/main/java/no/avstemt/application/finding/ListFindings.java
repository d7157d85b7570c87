package no.avstemt.application.finding;

import java.util.List;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.finding.FindingStore.StoredFinding;
import no.avstemt.domain.client.ClientAccountId;

/** What an accountant should see of one client account: open findings first, then those that closed. */
public final class ListFindings {

    private final UnitOfWork unitOfWork;

    public ListFindings(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    public List<StoredFinding> run(ClientAccountId client) {
        return unitOfWork.read(Set.of(client), stores -> stores.findings().of(client, true));
    }
}
