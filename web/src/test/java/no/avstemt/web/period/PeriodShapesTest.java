package no.avstemt.web.period;

import static org.junit.jupiter.api.Assertions.assertEquals;

import no.avstemt.application.access.Language;
import no.avstemt.application.period.PeriodStore.Moved;
import org.junit.jupiter.api.Test;

final class PeriodShapesTest {

    @Test
    void an_account_that_moved_is_named_in_the_language_of_the_request() {
        Moved moved = new Moved("7771", "Vipps-gebyr", "Vipps fees", 200, 0);

        assertEquals("Vipps-gebyr", new PeriodShapes.ToldMoved(moved, Language.NORWEGIAN).name());
        assertEquals("Vipps fees", new PeriodShapes.ToldMoved(moved, Language.ENGLISH).name());
    }
}
