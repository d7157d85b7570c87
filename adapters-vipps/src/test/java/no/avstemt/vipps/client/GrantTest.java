package no.avstemt.vipps.client;

import static no.avstemt.vipps.client.ControlledVipps.CAFE;
import static no.avstemt.vipps.client.ControlledVipps.UNTIL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.settlement.EntryPage;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.application.settlement.SourceUnavailable.Reason;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the client makes of a ledger that comes and goes. */
class GrantTest {

    private final ControlledVipps vipps = new ControlledVipps(10);
    private final ReportApiClient client = vipps.client();

    @AfterEach
    void stop() {
        vipps.close();
    }

    @Test
    void a_withdrawn_grant_is_lost_access_and_the_old_cursor_is_good_when_it_returns() {
        EntryPage read = client.feed(CAFE, Topic.FEES, Optional.empty());
        vipps.control("PATCH", "/ledgers/418207", "{\"granted\": false}");

        SourceUnavailable failure =
                assertThrows(SourceUnavailable.class, () -> client.feed(CAFE, Topic.FEES, read.cursor()));

        assertEquals(Reason.NO_ACCESS, failure.reason());
        assertTrue(failure.sentence().contains("What is stored is kept"), failure::sentence);
        assertThrows(SourceUnavailable.class, () -> client.date(CAFE, Topic.FEES, UNTIL, Optional.empty()));
        assertThrows(SourceUnavailable.class, () -> client.sales(CAFE, Optional.empty()));

        vipps.control("PATCH", "/ledgers/418207", "{\"granted\": true}");
        assertEquals(List.of(), client.feed(CAFE, Topic.FEES, read.cursor()).items());
    }

    @Test
    void a_late_report_is_an_open_date_and_a_quiet_day_is_a_closed_one_without_payments() {
        vipps.control("PATCH", "/ledgers/418207", "{\"quiet_dates\": [\"" + UNTIL.plusDays(2) + "\"]}");
        vipps.control("PATCH", "/ledgers/418207", "{\"held_back_from\": \"" + UNTIL.plusDays(3) + "\"}");
        vipps.control("POST", "/days", "{\"days\": 3}");

        List<EntryPage.Fetched> quiet = ControlledVipps.date(client, CAFE, Topic.FUNDS, UNTIL.plusDays(2));
        EntryPage late = client.date(CAFE, Topic.FUNDS, UNTIL.plusDays(3), Optional.empty());

        assertTrue(quiet.stream().noneMatch(item -> item.entry().vippsType().equals("capture")));
        assertEquals(new EntryPage(List.of(), Optional.empty(), false, true), late);
    }

    @Test
    void a_closed_unit_is_gone_from_its_ledger() {
        vipps.control("PATCH", "/ledgers/418207", "{\"closed_units\": {\"NO:61530\": \"" + UNTIL.plusDays(1) + "\"}}");

        Ledger cafe = client.ledgers().stream()
                .filter(ledger -> ledger.id().equals(CAFE))
                .findFirst()
                .orElseThrow();

        assertEquals(List.of(), cafe.units());
    }
}
