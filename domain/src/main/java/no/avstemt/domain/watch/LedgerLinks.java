package no.avstemt.domain.watch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.LedgerId;

/**
 * What Vipps lists of a ledger in use, beside what is held to be right: the payout account and the sales units as they were
 * when it was taken into use, or as a person said since.
 *
 * @param listed false when Vipps lists the ledger no more
 * @param payoutAccount none where Vipps does not tell, which is no change
 * @param handles of the sales units that it settles for now
 * @param elsewhere of sales units that another ledger settles for now
 * @param before of sales units that it settles for now, the ledger that settled for them before
 * @param own handles of the sales units that were taken into use
 * @param accepted what a person or onboarding said of a {@link Link#subject}
 */
public record LedgerLinks(
        LedgerId ledger,
        boolean listed,
        Optional<String> payoutAccount,
        Set<String> handles,
        Map<String, LedgerId> elsewhere,
        Map<String, LedgerId> before,
        Set<String> own,
        Map<String, String> accepted) {

    /** What is found where a ledger is listed otherwise than before. */
    public static final Set<FindingCode> CHANGES = Set.of(
            FindingCode.SALES_UNIT_CLOSED,
            FindingCode.PAYOUT_ACCOUNT_CHANGED,
            FindingCode.SALES_UNIT_MOVED,
            FindingCode.SALES_UNIT_NEW);

    public static final String PAYOUT_ACCOUNT = "payout-account";

    private static final String SALES_UNIT = "sales-unit/";
    private static final String GONE = "gone";
    private static final String HERE = "here";
    private static final String NEW = "new";

    public LedgerLinks {
        handles = Set.copyOf(handles);
        elsewhere = Map.copyOf(elsewhere);
        before = Map.copyOf(before);
        own = Set.copyOf(own);
        accepted = Map.copyOf(accepted);
    }

    /**
     * A link that is otherwise than it was.
     *
     * @param subject what is linked; the same whatever it becomes
     * @param now what it has become; accepted, it is no finding any more
     * @param facts as its text names them
     */
    public record Link(FindingCode code, String subject, String now, Map<String, String> facts) {

        public Link {
            facts = Map.copyOf(facts);
        }

        public Finding finding(LedgerId ledger, Currency currency, LocalDate today) {
            return new Finding(code, ledger, today, findingSubject(), new Money(0, currency), facts);
        }

        /** What it has become is part of it: another change is another finding. */
        public String findingSubject() {
            return subject + "=" + now;
        }
    }

    /** None of a ledger that is not listed: nothing is known of it then. */
    public List<Link> changes() {
        List<Link> changes = new ArrayList<>();
        if (listed) {
            payoutAccount.flatMap(this::otherAccount).ifPresent(changes::add);
            own.stream()
                    .sorted()
                    .filter(handle -> !handles.contains(handle))
                    .map(this::left)
                    .forEach(changes::add);
            handles.stream()
                    .sorted()
                    .filter(handle -> !own.contains(handle))
                    .map(this::came)
                    .forEach(changes::add);
        }
        return List.copyOf(changes);
    }

    /** Changes that nobody has accepted; of a sales unit that came there is nothing to accept until it is taken into use. */
    public List<Link> open() {
        return changes().stream()
                .filter(link -> link.now().equals(HERE) || !link.now().equals(accepted.get(link.subject())))
                .toList();
    }

    /** What was accepted of sales units that are as they were again, so that the next change is told anew. */
    public Set<String> settled() {
        Set<String> settled = new TreeSet<>();
        if (listed) {
            settled.addAll(accepted.keySet());
            settled.remove(PAYOUT_ACCOUNT);
            changes().forEach(link -> settled.remove(link.subject()));
        }
        return settled;
    }

    private Optional<Link> otherAccount(String now) {
        return Optional.ofNullable(accepted.get(PAYOUT_ACCOUNT))
                .filter(before -> !before.equals(now))
                .map(before -> new Link(
                        FindingCode.PAYOUT_ACCOUNT_CHANGED,
                        PAYOUT_ACCOUNT,
                        now,
                        Map.of("account_before", before, "account_now", now)));
    }

    private Link left(String handle) {
        return Optional.ofNullable(elsewhere.get(handle))
                .map(other -> new Link(
                        FindingCode.SALES_UNIT_MOVED,
                        SALES_UNIT + handle,
                        "on/" + other,
                        Map.of("unit", handle, "from", ledger.value(), "to", other.value())))
                .orElseGet(() -> new Link(
                        FindingCode.SALES_UNIT_CLOSED,
                        SALES_UNIT + handle,
                        GONE,
                        Map.of("unit", handle, "from", ledger.value())));
    }

    /** A sales unit that no ledger had before is new, not moved. */
    private Link came(String handle) {
        return Optional.ofNullable(before.get(handle))
                .map(other -> new Link(
                        FindingCode.SALES_UNIT_MOVED,
                        SALES_UNIT + handle,
                        HERE,
                        Map.of("unit", handle, "from", other.value(), "to", ledger.value())))
                .orElseGet(() -> new Link(
                        FindingCode.SALES_UNIT_NEW,
                        SALES_UNIT + handle,
                        NEW,
                        Map.of("unit", handle, "to", ledger.value())));
    }
}
