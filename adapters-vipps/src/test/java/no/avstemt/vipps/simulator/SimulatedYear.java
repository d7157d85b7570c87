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
    static final String SPORTS_CLUB = "530418";
    static final String BOOKSHOP = "548120";
    static final String MUSEUM_TILL = "561907";
    static final String CLIMBING_SHOP = "604458";
    static final String FLORIST = "618330";
    static final String KAYAKS = "640291";

    private SimulatedYear() {}

    static SimulatorSettings settings() {
        return new SimulatorSettings(0, 1, 365, UNTIL);
    }

    static Stream<LocalDate> dates() {
        return FIRST.datesUntil(UNTIL.plusDays(1));
    }

    /** Every date of the year in the long run, a few of each month otherwise. */
    static Stream<LocalDate> someDates() {
        return Boolean.getBoolean("avstemt.test.long")
                ? dates()
                : dates().filter(date -> date.getDayOfYear() % 10 == 0 || date.equals(UNTIL));
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
