package no.avstemt.domain.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.SettlementEntry;

/**
 * Fees that came more than one ledger date after their capture. A day late is ordinary: fees of captures near the cutoff
 * fall on the next ledger date (vipps-apis.md 5.2).
 */
public final class LateFees {

    private static final int ORDINARY_DAYS = 1;

    private LateFees() {}

    /**
     * One finding for each late fee.
     *
     * @param capturedOn ledger date by {@code pspReference}; a fee whose capture is not there is left alone, since its id
     *     may be wrong (design.md 6, link 3)
     */
    public static List<Finding> in(List<SettlementEntry> entries, Map<String, LocalDate> capturedOn) {
        return entries.stream()
                .filter(entry -> isLate(entry, capturedOn))
                .map(fee ->
                        EntryFinding.of(FindingCode.LATE_FEE, fee, fee.amount().minor()))
                .toList();
    }

    private static boolean isLate(SettlementEntry entry, Map<String, LocalDate> capturedOn) {
        if (entry.type() != EntryType.CAPTURE_FEE) {
            return false;
        }
        Optional<LocalDate> captured = entry.pspReference().map(capturedOn::get);
        return captured.filter(date -> date.plusDays(ORDINARY_DAYS).isBefore(entry.ledgerDate()))
                .isPresent();
    }
}
