package no.avstemt.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import no.avstemt.application.access.Language;
import no.avstemt.domain.report.Cell;
import no.avstemt.web.text.Texts;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

class JsonCellsTest {

    private static final long SEED = Long.getLong("avstemt.test.seed", System.nanoTime());

    @Test
    void every_amount_is_a_number_with_two_decimals() {
        LongStream edges = LongStream.of(0, 1, -1, 9, 10, 99, 100, -5, -99, -100, Long.MAX_VALUE, Long.MIN_VALUE);
        List<Long> amounts =
                LongStream.concat(edges, new Random(SEED).longs(1_000)).boxed().toList();

        String expected = amounts.stream()
                .map(ore -> BigDecimal.valueOf(ore, 2).toPlainString())
                .toList()
                .toString()
                .replace(" ", "");

        assertEquals(expected, written(amounts), "seed " + SEED);
    }

    private static String written(List<Long> amounts) {
        StringWriter out = new StringWriter();
        JsonCells cells = new JsonCells(Texts.in(Language.NORWEGIAN));
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartArray();
            amounts.forEach(ore -> cells.write(Cell.amount(ore), json));
            json.writeEndArray();
        }
        return out.toString();
    }
}
