package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.stream.Stream;

/** The year that most tests look at. */
final class SimulatedYear {
    static final LocalDate UNTIL = LocalDate.parse("2026-11-20");
    static final LocalDate FIRST = UNTIL.minusDays(364);
    static final String CAFE = "418207";
    static final String WEB_SHOP = "302321";
    static final String CONCERTS = "5120034";

    private SimulatedYear() {}

    static SimulatorSettings settings() {
        return new SimulatorSettings(0, 1, 365, UNTIL);
    }

    static Stream<LocalDate> dates() {
        return FIRST.datesUntil(UNTIL.plusDays(1));
    }

    static String feed(String ledgerId, String topic) {
        return "/report/v2/ledgers/" + ledgerId + "/" + topic + "/feed";
    }

    static String date(String ledgerId, String topic, LocalDate date) {
        return "/report/v2/ledgers/" + ledgerId + "/" + topic + "/dates/" + date;
    }

    static String sales(String ledgerId) {
        return "/sales/report/v1/ledgers/" + ledgerId;
    }
}
