package no.avstemt.domain.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SaftGroupingsTest {

    @Test
    void only_the_pair_of_category_and_code_is_allowed() {
        assertTrue(SaftGroupings.isAllowed(new SaftGrouping("kortsiktigGjeld", "2740")));
        assertFalse(SaftGroupings.isAllowed(new SaftGrouping("langsiktigGjeld", "2740")));
        assertFalse(SaftGroupings.isAllowed(new SaftGrouping("kortsiktigGjeld", "2700")));
    }

    @Test
    void a_grouping_stands_on_the_side_of_its_account() {
        assertTrue(SaftGroupings.suits(new SaftGrouping("kortsiktigGjeld", "2740"), new AccountCode("2700")));
        assertFalse(SaftGroupings.suits(new SaftGrouping("kortsiktigGjeld", "2740"), new AccountCode("3000")));
        assertFalse(SaftGroupings.suits(new SaftGrouping("salgsinntekt", "3000"), new AccountCode("1500")));
    }

    @Test
    void every_grouping_stands_once_and_has_a_name_in_both_languages() {
        Set<SaftGrouping> seen = new HashSet<>();
        for (SaftGroupings.Named named : SaftGroupings.all()) {
            assertTrue(seen.add(named.grouping()), named::toString);
            assertFalse(named.name("nb").isBlank());
            assertFalse(named.name("en").isBlank());
        }
        assertEquals(SaftGroupings.all().size(), seen.size());
    }
}
