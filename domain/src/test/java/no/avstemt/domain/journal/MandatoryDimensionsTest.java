package no.avstemt.domain.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.MandatoryDimensions.Missing;
import org.junit.jupiter.api.Test;

class MandatoryDimensionsTest {

    private static final AccountCode SALES = new AccountCode("3000");
    private static final AccountCode BANK = new AccountCode("1920");
    private static final DimensionRef SHOP = new DimensionRef(DimensionType.DEPARTMENT, "10");

    private final MandatoryDimensions mandatory = new MandatoryDimensions(
            Map.of(SALES, Set.of(DimensionType.PROJECT, DimensionType.DEPARTMENT), BANK, Set.of()));

    @Test
    void what_a_line_lacks_is_named_with_its_line_and_account() {
        List<Missing> missing = mandatory.missing(
                List.of(line(1, BANK, DimensionSet.NONE), line(2, SALES, DimensionSet.of(List.of(SHOP)))));

        assertEquals(List.of(new Missing(2, SALES, DimensionType.PROJECT)), missing);
    }

    @Test
    void a_relation_is_as_good_as_any_other_dimension() {
        DimensionSet set =
                new DimensionSet(java.util.Optional.of(new DimensionRef(DimensionType.PROJECT, "1")), List.of(SHOP));

        assertEquals(List.of(), mandatory.missing(List.of(line(1, SALES, set))));
    }

    @Test
    void accounts_without_a_duty_are_left_out() {
        assertEquals(Set.of(SALES), mandatory.byAccount().keySet());
        assertEquals(Set.of(), MandatoryDimensions.NONE.of(SALES));
    }

    private static JournalLine line(int number, AccountCode account, DimensionSet dimensions) {
        return JournalLine.inKroner(number, account, 100, dimensions, "text");
    }
}
