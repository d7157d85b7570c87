package no.avstemt.domain.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.watch.LedgerLinks.Link;
import org.junit.jupiter.api.Test;

final class LedgerLinksTest {

    private static final LedgerId OWN = new LedgerId("418207");
    private static final LedgerId OTHER = new LedgerId("418208");
    private static final Set<String> UNIT = Set.of("NO:54321");
    private static final Map<String, String> AS_TAKEN = Map.of("payout-account", "90010012345");

    @Test
    void a_ledger_as_it_was_taken_into_use_has_nothing_to_tell() {
        assertEquals(List.of(), codes(listed("90010012345", UNIT, Map.of(), Map.of(), AS_TAKEN)));
    }

    @Test
    void another_payout_account_names_both_until_a_person_accepts_it() {
        LedgerLinks changed = listed("90019999999", UNIT, Map.of(), Map.of(), AS_TAKEN);

        Link change = changed.open().get(0);

        assertEquals(List.of("V-26"), codes(changed));
        assertEquals(Map.of("account_before", "90010012345", "account_now", "90019999999"), change.facts());
        Map<String, String> confirmed = Map.of(change.subject(), change.now());
        assertEquals(List.of(), codes(listed("90019999999", UNIT, Map.of(), Map.of(), confirmed)));
        assertEquals(List.of("V-26"), codes(listed("90010012345", UNIT, Map.of(), Map.of(), confirmed)));
    }

    @Test
    void an_account_that_vipps_does_not_tell_is_no_change() {
        LedgerLinks silent = new LedgerLinks(OWN, true, Optional.empty(), UNIT, Map.of(), Map.of(), UNIT, AS_TAKEN);

        assertEquals(List.of(), codes(silent));
    }

    @Test
    void a_unit_that_no_ledger_has_is_closed_and_one_that_another_has_is_moved() {
        assertEquals(List.of("V-22"), codes(listed("90010012345", Set.of(), Map.of(), Map.of(), AS_TAKEN)));
        assertEquals(
                List.of("V-27"), codes(listed("90010012345", Set.of(), Map.of("NO:54321", OTHER), Map.of(), AS_TAKEN)));
    }

    @Test
    void a_unit_that_came_from_another_ledger_is_moved_and_one_that_no_ledger_had_is_new() {
        Set<String> two = Set.of("NO:54321", "NO:77777");

        assertEquals(List.of("V-27"), codes(listed("90010012345", two, Map.of(), Map.of("NO:77777", OTHER), AS_TAKEN)));
        LedgerLinks withNew = listed("90010012345", two, Map.of(), Map.of(), AS_TAKEN);
        assertEquals(List.of("V-28"), codes(withNew));
        assertEquals(
                Map.of("unit", "NO:77777", "to", "418207"),
                withNew.open().get(0).facts());
    }

    @Test
    void what_was_accepted_of_a_unit_is_forgotten_when_it_is_as_before() {
        Map<String, String> closed = Map.of("payout-account", "90010012345", "sales-unit/NO:54321", "gone");

        assertEquals(List.of(), codes(listed("90010012345", Set.of(), Map.of(), Map.of(), closed)));
        assertEquals(
                Set.of("sales-unit/NO:54321"),
                listed("90010012345", UNIT, Map.of(), Map.of(), closed).settled());
    }

    @Test
    void a_unit_that_moved_here_stays_a_finding_until_it_is_taken_into_use_whatever_was_accepted() {
        Map<String, String> here = Map.of("payout-account", "90010012345", "sales-unit/NO:77777", "here");
        LedgerLinks moved = listed(
                "90010012345",
                Set.of("NO:54321", "NO:77777"),
                Map.of(),
                Map.of("NO:77777", new LedgerId("302321")),
                here);

        assertEquals(List.of("V-27"), codes(moved));
    }

    @Test
    void nothing_is_said_of_a_ledger_that_is_not_listed() {
        LedgerLinks gone =
                new LedgerLinks(OWN, false, Optional.of("90019999999"), Set.of(), Map.of(), Map.of(), UNIT, AS_TAKEN);

        assertEquals(List.of(), codes(gone));
        assertEquals(Set.of(), gone.settled());
    }

    private static LedgerLinks listed(
            String account,
            Set<String> handles,
            Map<String, LedgerId> elsewhere,
            Map<String, LedgerId> before,
            Map<String, String> accepted) {
        return new LedgerLinks(OWN, true, Optional.of(account), handles, elsewhere, before, UNIT, accepted);
    }

    private static List<String> codes(LedgerLinks links) {
        return links.open().stream().map(link -> link.code().number()).toList();
    }
}
