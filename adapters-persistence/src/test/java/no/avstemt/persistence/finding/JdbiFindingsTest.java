package no.avstemt.persistence.finding;

import static no.avstemt.domain.finding.FindingCode.BALANCE_CHAIN_BROKEN;
import static no.avstemt.domain.finding.FindingCode.CORRECTION;
import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.finding.FindingStore.StoredFinding;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Period;
import no.avstemt.persistence.GivenBooks;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JdbiFindingsTest {

    private static final LedgerId LEDGER = new LedgerId("302321");
    private static final Instant LATER = NOW.plusSeconds(3_600);

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private ClientAccountId client = new ClientAccountId(1);

    @BeforeEach
    void a_client() {
        client = BOOKS.client("Kaffebaren Nord AS");
    }

    @Test
    void a_finding_comes_back_as_it_was_found() {
        Finding finding = new Finding(
                CORRECTION,
                LEDGER,
                DAY,
                "subject",
                Money.ofOre(-12_345),
                Map.of("type", "correction", "text", "æøå, \"{}\" \\ 'NULL'", "empty", ""));

        open(finding);

        List<StoredFinding> stored = of(true);
        assertEquals(1, stored.size());
        assertEquals(finding, stored.get(0).finding());
        assertEquals(client, stored.get(0).client());
        assertEquals(NOW, stored.get(0).foundAt());
        assertEquals(Optional.empty(), stored.get(0).closedAt());
    }

    @Test
    void the_place_of_a_finding_is_how_many_stand_before_it_in_the_list() {
        open(finding("closed", DAY, 1));
        BOOKS.change(
                client,
                stores -> stores.findings()
                        .closeAllBut(client, LEDGER, CORRECTION, new Period(DAY, DAY), Set.of(), LATER));
        open(finding("late", DAY.plusDays(2), 2), finding("early", DAY, 3));

        for (boolean closedToo : new boolean[] {true, false}) {
            List<StoredFinding> list = of(closedToo);
            for (int place = 0; place < list.size(); place++) {
                assertEquals(
                        Optional.of((long) place),
                        before(closedToo, list.get(place).id()));
            }
        }
        assertEquals(Optional.empty(), before(false, of(true).get(2).id()));
        assertEquals(Optional.empty(), before(true, 999_999_999));
    }

    private Optional<Long> before(boolean closedToo, long finding) {
        return BOOKS.read(client, stores -> stores.findings().before(client, closedToo, finding));
    }

    @Test
    void found_again_it_stays_the_same_finding() {
        open(finding("a", DAY, 5));
        List<StoredFinding> before = of(true);

        BOOKS.change(client, stores -> stores.findings().open(client, List.of(finding("a", DAY, 5)), LATER));

        assertEquals(before, of(true));
    }

    @Test
    void found_with_another_amount_it_is_closed_and_opened_anew() {
        open(finding("a", DAY, 5));

        BOOKS.change(client, stores -> stores.findings().open(client, List.of(finding("a", DAY, 7)), LATER));

        assertEquals(List.of(7L), amounts(of(false)));
        assertEquals(List.of(7L, 5L), amounts(of(true)));
        assertEquals(Optional.of(LATER), of(true).get(1).closedAt());
    }

    @Test
    void what_is_no_longer_found_in_the_period_is_closed() {
        open(finding("a", DAY, 1), finding("b", DAY, 2), finding("c", DAY.plusDays(9), 3));
        BOOKS.change(
                client,
                stores -> stores.findings()
                        .open(
                                client,
                                List.of(new Finding(BALANCE_CHAIN_BROKEN, LEDGER, DAY, "a", Money.ofOre(4), Map.of())),
                                NOW));

        closeAllBut(Set.of("b"));

        assertEquals(List.of(2L, 4L, 3L), amounts(of(false)));

        closeAllBut(Set.of());

        assertEquals(List.of(4L, 3L), amounts(of(false)));
    }

    @Test
    void a_closed_finding_that_is_found_once_more_is_a_new_one() {
        open(finding("a", DAY, 1));
        closeAllBut(Set.of());

        open(finding("a", DAY, 1));

        assertEquals(1, of(false).size());
        assertEquals(2, of(true).size());
    }

    @Test
    void the_earliest_open_date_is_that_of_the_codes_asked_for() {
        assertEquals(Optional.empty(), earliest(Set.of(CORRECTION)));

        open(finding("a", DAY.plusDays(1), 1), finding("b", DAY, 2));

        assertEquals(Optional.of(DAY), earliest(Set.of(CORRECTION, BALANCE_CHAIN_BROKEN)));
        assertEquals(Optional.empty(), earliest(Set.of(BALANCE_CHAIN_BROKEN)));
        assertEquals(Optional.empty(), earliest(Set.of()));
    }

    @Test
    void open_ones_of_all_clients_come_largest_first_whatever_their_sign() {
        ClientAccountId other = BOOKS.client("Bryggen Konserter AS");
        open(finding("a", DAY, 100), finding("b", DAY, -300));
        BOOKS.change(other, stores -> stores.findings().open(other, List.of(finding("c", DAY, 200)), NOW));

        assertEquals(
                List.of(-300L, 200L),
                BOOKS.unit()
                        .read(
                                Set.of(client, other),
                                stores -> amounts(stores.findings().openOfAll(2))));
        assertEquals(
                List.of(200L),
                BOOKS.read(other, stores -> amounts(stores.findings().openOfAll(10))));
    }

    @Test
    void a_foreign_client_sees_nothing_and_can_write_nothing() {
        open(finding("a", DAY, 1));
        ClientAccountId stranger = BOOKS.client("Bryggen Konserter AS");

        assertEquals(List.of(), BOOKS.read(stranger, stores -> stores.findings().of(client, true)));
        BOOKS.change(
                stranger,
                stores -> stores.findings()
                        .closeAllBut(client, LEDGER, CORRECTION, new Period(DAY, DAY), Set.of(), LATER));
        assertThrows(
                JdbiException.class,
                () -> BOOKS.change(
                        stranger, stores -> stores.findings().open(client, List.of(finding("b", DAY, 1)), NOW)));

        assertEquals(1, of(false).size());
    }

    private void open(Finding... findings) {
        BOOKS.change(client, stores -> stores.findings().open(client, List.of(findings), NOW));
    }

    private void closeAllBut(Set<String> subjects) {
        Period period = new Period(DAY.minusDays(1), DAY.plusDays(1));
        BOOKS.change(
                client, stores -> stores.findings().closeAllBut(client, LEDGER, CORRECTION, period, subjects, LATER));
    }

    private List<StoredFinding> of(boolean closedToo) {
        return BOOKS.read(client, stores -> stores.findings().of(client, closedToo));
    }

    private Optional<LocalDate> earliest(Set<FindingCode> codes) {
        return BOOKS.read(client, stores -> stores.findings().earliestOpen(client, LEDGER, codes));
    }

    private static Finding finding(String subject, LocalDate day, long amount) {
        return new Finding(CORRECTION, LEDGER, day, subject, Money.ofOre(amount), Map.of("type", "correction"));
    }

    private static List<Long> amounts(List<StoredFinding> findings) {
        return findings.stream()
                .map(stored -> stored.finding().amount().minor())
                .toList();
    }
}
