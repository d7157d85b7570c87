package no.avstemt.domain.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupingTest {

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
                    1000 1000 1000 1000
                    1099 1000 1000 1000
                    1100 1000 1000 1100
                    1299 1000 1000 1100
                    1370 1000 1000 1300
                    1460 1000 1400 1400
                    1500 1000 1400 1500
                    1577 1000 1400 1500
                    1799 1000 1400 1500
                    1800 1000 1400 1800
                    1920 1000 1400 1900
                    2000 2000 2000 2000
                    2039 2000 2000 2000
                    2040 2000 2000 2040
                    2099 2000 2000 2040
                    2100 2000 2100 2100
                    2250 2000 2100 2200
                    2300 2000 2100 2300
                    2700 2000 2100 2300
                    2999 2000 2100 2300
                    3000 3000 3000 3000
                    3399 3000 3000 3000
                    3400 3000 3000 3400
                    4300 3000 4000 4000
                    5000 3000 4000 5000
                    6000 3000 4000 6000
                    6049 3000 4000 6000
                    6050 3000 4000 6050
                    6100 3000 4000 6100
                    7771 3000 4000 6100
                    7999 3000 4000 6100
                    8000 8000 8000 8000
                    8029 8000 8000 8000
                    8030 8000 8000 8030
                    8059 8000 8000 8030
                    8060 8000 8000 8000
                    8100 8000 8100 8100
                    8150 8000 8100 8130
                    8160 8000 8100 8100
                    8300 8300 8300 8300
                    8800 8300 8800 8800
                    8960 8300 8800 8800
                    19201 1000 1400 1900
                    80501234 8000 8000 8030
                    """)
    void an_account_stands_in_three_levels(String account, String one, String two, String three) {
        Grouping grouping = Grouping.of(new AccountCode(account));

        assertEquals(one, grouping.one().code());
        assertEquals(two, grouping.two().code());
        assertEquals(three, grouping.three().code());
    }

    @Test
    void every_account_code_has_a_grouping_and_inner_levels_never_cross_outer_ones() {
        Map<String, String> outerOf = new HashMap<>();

        for (int code = 1000; code <= 9999; code++) {
            Grouping grouping = Grouping.of(new AccountCode(Integer.toString(code)));
            String two = "2:" + grouping.two().code();
            String three = "3:" + grouping.three().code();
            assertEquals(
                    grouping.one().code(),
                    outerOf.computeIfAbsent(two, key -> grouping.one().code()));
            assertEquals(
                    grouping.two().code(),
                    outerOf.computeIfAbsent(three, key -> grouping.two().code()));
        }
    }

    @Test
    void the_codes_are_those_that_were_settled() {
        Set<String> one = new TreeSet<>();
        Set<String> two = new TreeSet<>();

        Grouping.all().forEach(grouping -> {
            one.add(grouping.one().code());
            two.add(grouping.two().code());
        });

        assertEquals("1000 2000 3000 8000 8300", one.stream().collect(Collectors.joining(" ")));
        assertEquals(
                "1000 1400 2000 2100 3000 4000 8000 8100 8300 8800",
                two.stream().collect(Collectors.joining(" ")));
    }
}
