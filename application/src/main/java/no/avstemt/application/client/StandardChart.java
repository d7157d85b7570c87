package no.avstemt.application.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.SaftGrouping;
import no.avstemt.domain.dimension.DimensionType;

/** The default Norwegian chart, our own selection and wording, kept as a table beside this class. */
public final class StandardChart {

    private static final String RESULT_OF_EARLIER_YEARS = "2099";

    private StandardChart() {}

    /** In order of account code. */
    public static List<Row> rows() {
        try (InputStream file = Objects.requireNonNull(StandardChart.class.getResourceAsStream("standard-chart.csv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(StandardChart::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row parse(String line) {
        String[] cell = line.split(";", -1);
        return new Row(
                new AccountCode(cell[0]),
                cell[1],
                cell[2],
                relation(cell[7]),
                cell[4].isEmpty() ? Optional.empty() : Optional.of(cell[4]),
                cell[5],
                cell[6],
                !cell[0].equals(RESULT_OF_EARLIER_YEARS));
    }

    private static Optional<DimensionType> relation(String flags) {
        return switch (flags) {
            case "L" -> Optional.of(DimensionType.BUSINESSPARTNER);
            case "P", "B" -> Optional.of(DimensionType.BANKACC);
            default -> Optional.empty();
        };
    }

    public record Row(
            AccountCode code,
            String nameNb,
            String nameEn,
            Optional<DimensionType> relationType,
            Optional<String> defaultTaxCode,
            String groupingCategory,
            String groupingCode,
            boolean postable) {

        public SaftGrouping saftGrouping() {
            return new SaftGrouping(groupingCategory, groupingCode);
        }
    }
}
