package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import no.avstemt.application.connection.ConnectionId;
import no.avstemt.application.sync.SyncProgress;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.finding.FindingCode;
import no.avstemt.domain.settlement.LedgerId;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever starts a round, the list of ledgers is looked at before anything is fetched and booked. */
final class ListedFirstTest {

    private static final String CAFE = "418207";

    @TempDir
    private Path folder;

    @AutoClose
    private EmptyInstallation office;

    private VippsControl control;
    private ClientAccountId client = new ClientAccountId(1);

    @BeforeEach
    void takeIntoUse() {
        office = new EmptyInstallation(folder).withAdministrator();
        control = VippsControl.of(office.vipps);
        office.browser.post("/connections", office.keys(office.vipps.clientSecret()));
        new DemoOffice(office.avstemt)
                .takeIntoUse(
                        VippsControl.source(office.vipps, office.vipps.clientSecret()),
                        EmptyInstallation.LAST.minusDays(20));
        client = office.avstemt.unit.read(
                Set.of(), stores -> stores.ledgers().owner(new LedgerId(CAFE)).orElseThrow());
    }

    @Test
    void a_changed_payout_account_is_found_by_a_round_of_its_client_unless_the_list_is_fresh() {
        control.ledger(CAFE, "\"payout_account\": \"90011234567\"");
        round();
        assertEquals(List.of(), found(), "the list came when the keys were entered, a moment ago");

        listedLongAgo();
        round();
        assertEquals(List.of(FindingCode.PAYOUT_ACCOUNT_CHANGED), found());

        control.ledger(CAFE, "\"payout_account\": null");
        round();
        assertEquals(List.of(FindingCode.PAYOUT_ACCOUNT_CHANGED), found(), "the list is fresh");

        listedLongAgo();
        round();
        assertEquals(List.of(), found());
    }

    private void round() {
        office.avstemt.rounds.start(client, SyncProgress.SILENT).join();
    }

    private void listedLongAgo() {
        office.avstemt.unit.write(Set.of(), stores -> {
            ConnectionId connection =
                    stores.connections().all().get(0).connection().id();
            stores.connections()
                    .remember(
                            connection,
                            List.of(),
                            Instant.now(ProgramForTest.CLOCK).minusSeconds(300),
                            false);
            return true;
        });
    }

    private List<FindingCode> found() {
        return office.avstemt.unit.read(
                Set.of(client),
                stores -> stores.findings().of(client, false).stream()
                        .map(stored -> stored.finding().code())
                        .filter(FindingCode.PAYOUT_ACCOUNT_CHANGED::equals)
                        .toList());
    }
}
