package no.avstemt.web.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a person sees on the page of a report: columns, rows and the sums over them.
 *
 * @param rows those that are about one thing, without headings and sums
 */
public record ShownReport(List<String> columns, List<Line> rows, String html) {

    private static final Pattern HEAD = Pattern.compile("<th scope=\"col\"[^>]*>([^<]*)</th>");
    private static final Pattern ROW = Pattern.compile("<tr class=\"line level-0\">(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile(
            "<t[hd](?: scope=\"row\")? class=\"[^\"]*\" colspan=\"1\">(?:<a href=\"([^\"]*)\">)?([^<]*)<");
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]+\\.[0-9]{2}");

    /** @param href where it leads; empty for nowhere */
    public record Shown(String text, String href) {

        public BigDecimal amount() {
            return ShownReport.amount(text).orElseThrow(() -> new AssertionError("No amount: " + text));
        }
    }

    public record Line(List<String> columns, List<Shown> cells) {

        public Shown at(String column) {
            return cells.get(columns.indexOf(column));
        }

        /** The amounts with the names of their columns, but for those of nothing. */
        public Stream<String> columnsOfAmounts() {
            return columns.stream()
                    .filter(column -> ShownReport.amount(at(column).text())
                            .filter(amount -> amount.signum() != 0)
                            .isPresent());
        }
    }

    public static ShownReport of(String html) {
        List<String> columns =
                HEAD.matcher(html).results().map(head -> head.group(1)).toList();
        List<Line> rows = new ArrayList<>();
        Matcher row = ROW.matcher(html);
        while (row.find()) {
            List<Shown> cells = CELL.matcher(row.group(1))
                    .results()
                    .map(cell -> new Shown(
                            cell.group(2).strip(),
                            Optional.ofNullable(cell.group(1)).orElse("").replace("&amp;", "&")))
                    .toList();
            rows.add(new Line(columns, cells));
        }
        return new ShownReport(columns, rows, html);
    }

    /** One of the figures over the table. */
    public BigDecimal sum(String label) {
        Matcher figure = Pattern.compile("<dt>" + label + "</dt>\\s*<dd class=\"num\">(?:<span[^>]*>)?([^<]*)<")
                .matcher(html);
        if (!figure.find()) {
            throw new AssertionError("No " + label + ": " + html);
        }
        return amount(figure.group(1)).orElseThrow();
    }

    private static Optional<BigDecimal> amount(String text) {
        String plain = text.strip()
                .replace("\u00a0", "")
                .replace('\u2212', '-')
                .replace(',', '.')
                .replace("\u2013", "0.00");
        return Optional.of(plain)
                .filter(amount -> AMOUNT.matcher(amount).matches())
                .map(BigDecimal::new);
    }
}
