package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import no.avstemt.application.sync.SyncClient.Outcome;
import no.avstemt.application.sync.SyncProgress;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.time.Oslo;
import no.avstemt.vipps.simulator.SimulatorSettings;
import no.avstemt.vipps.simulator.VippsSimulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger from which nothing comes: late, shut, or out of reach, as days go by. */
final class SilentLedgerTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 31);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 15);
    private static final LedgerId CAFE = new LedgerId("418207");
    private static final int DAYS = 5;

    @TempDir
    private static Path folder;

    private final Calendar clock = new Calendar();

    @AutoClose
    private Avstemt avstemt;

    @AutoClose
    private VippsSimulator vipps;

    private VippsControl control;
    private ClientAccountId client;

    @BeforeEach
    void start() {
        avstemt = ProgramForTest.open(folder, clock);
        vipps = VippsSimulator.start(
                SimulatorSettings.between(0, 1, FIRST, LAST).withVolume(3), ProgramForTest.CLOCK);
        control = VippsControl.of(vipps);
        DemoOffice office = new DemoOffice(avstemt);
        office.connect(vipps.baseUri(), vipps.clientId(), vipps.clientSecret());
        office.takeIntoUse(VippsControl.source(vipps, vipps.clientSecret()), LAST);
        client = avstemt.unit.read(
                Set.of(), stores -> stores.ledgers().owner(CAFE).orElseThrow());
    }

    @Test
    void late_reports_shut_shops_and_lost_access_are_told_apart_and_close_when_they_are_over() {
        assertEquals(List.of(), round());

        control.ledger(CAFE.value(), "\"quiet_dates\": " + nextDays());
        daysGoBy();
        assertEquals(List.of(), round(), "Vipps has closed the days: nobody sold");

        control.ledger(CAFE.value(), "\"held_back_from\": \"" + clock.today + "\"");
        daysGoBy();
        daysGoBy();
        assertEquals(List.of("V-23"), round(), "the report is late");

        control.ledger(CAFE.value(), "\"held_back_from\": null");
        assertEquals(List.of(), round(), "it came");

        control.send("PATCH", "/_control/knobs", "{\"foreign_ledger\": \"empty\"}");
        control.ledger(CAFE.value(), "\"granted\": false");
        daysGoBy();
        daysGoBy();
        assertEquals(List.of("V-21"), round(), "empty where there was data");

        control.ledger(CAFE.value(), "\"granted\": true");
        assertEquals(List.of(), round(), "access was given back");
    }

    private String nextDays() {
        return clock.today
                .datesUntil(clock.today.plusDays(DAYS))
                .map(day -> "\"" + day + "\"")
                .toList()
                .toString();
    }

    private void daysGoBy() {
        control.days(DAYS);
        clock.today = clock.today.plusDays(DAYS);
    }

    /** The numbers of what the watch has found after a round. */
    private List<String> round() {
        Outcome outcome =
                avstemt.syncClient.run(VippsControl.source(vipps, vipps.clientSecret()), client, SyncProgress.SILENT);
        assertTrue(outcome.failures().isEmpty(), outcome::toString);
        return avstemt.unit.read(
                Set.of(client),
                stores -> stores.findings().of(client, false).stream()
                        .map(stored -> stored.finding().code().number())
                        .filter(number -> number.startsWith("V-2"))
                        .toList());
    }

    /** Noon of a day that can be turned. */
    private static final class Calendar extends Clock {

        private LocalDate today = LAST.plusDays(1);

        @Override
        public Instant instant() {
            return today.atTime(LocalTime.NOON).atZone(Oslo.ZONE).toInstant();
        }

        @Override
        public ZoneId getZone() {
            return Oslo.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
