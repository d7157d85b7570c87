package no.avstemt.web.connection;

import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Frame;

/**
 * @param lead whose it is, and what it waits for
 * @param mayWrite whether the answers can be given, or only seen
 */
public record NewUnitPage(
        Frame frame,
        String title,
        String lead,
        String client,
        String ledger,
        String handle,
        Choice bookedFrom,
        Choice defaultCode,
        Choice zeroRate,
        boolean mayWrite) {}
