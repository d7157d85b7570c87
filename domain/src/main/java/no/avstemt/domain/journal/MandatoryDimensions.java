package no.avstemt.domain.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionType;

/**
 * What lines on some accounts must be about. Asked of entries that people and programs make; what is booked from Vipps
 * fulfils it beforehand, since an account is only given what each of its automatic lines carries.
 *
 * @param byAccount accounts without a duty are left out
 */
public record MandatoryDimensions(Map<AccountCode, Set<DimensionType>> byAccount) {

    public static final MandatoryDimensions NONE = new MandatoryDimensions(Map.of());

    public MandatoryDimensions {
        Map<AccountCode, Set<DimensionType>> sorted = new TreeMap<>();
        byAccount.forEach((account, types) -> {
            if (!types.isEmpty()) {
                sorted.put(account, Set.copyOf(types));
            }
        });
        byAccount = Map.copyOf(sorted);
    }

    /** What one line lacks. */
    public record Missing(int lineNo, AccountCode account, DimensionType type) {}

    public Set<DimensionType> of(AccountCode account) {
        return byAccount.getOrDefault(account, Set.of());
    }

    /** By line, then type; empty when nothing is missing. */
    public List<Missing> missing(List<JournalLine> lines) {
        List<Missing> missing = new ArrayList<>();
        for (JournalLine line : lines) {
            new TreeSet<>(of(line.account()))
                    .stream()
                            .filter(type -> line.dimensions().of(type).isEmpty())
                            .forEach(type -> missing.add(new Missing(line.lineNo(), line.account(), type)));
        }
        return missing;
    }
}
