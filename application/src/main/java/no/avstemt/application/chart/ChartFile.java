package no.avstemt.application.chart;

import java.nio.charset.StandardCharsets;
import java.util.List;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.dimension.DimensionType;

/** A chart as a file for a spreadsheet: UTF-8 with a byte order mark, semicolons, a head, and one account a line. */
public final class ChartFile {

    public static final String ACCOUNT = "account";
    public static final String NAME_NB = "name_nb";
    public static final String NAME_EN = "name_en";
    public static final String RELATION = "relation_type";
    public static final String TAX_CODE = "default_tax_code";
    public static final String CATEGORY = "grouping_category";
    public static final String CODE = "grouping_code";
    public static final String ACTIVE = "active";

    /** In the order of the file. */
    public static final List<String> COLUMNS =
            List.of(ACCOUNT, NAME_NB, NAME_EN, RELATION, TAX_CODE, CATEGORY, CODE, ACTIVE);

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private ChartFile() {}

    public static byte[] write(List<UsedAccount> accounts) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        line(text, COLUMNS);
        for (UsedAccount used : accounts) {
            Account account = used.account();
            line(
                    text,
                    List.of(
                            account.code().digits(),
                            account.nameNb(),
                            account.nameEn(),
                            account.relationType().map(DimensionType::apiName).orElse(""),
                            account.defaultTaxCode().orElse(""),
                            account.saftGrouping().category(),
                            account.saftGrouping().code(),
                            account.active() ? "yes" : "no"));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ";").append(cell(cells.get(i)));
        }
        text.append("\r\n");
    }

    /** Quoted where it must be; what a spreadsheet would take for a formula begins with an apostrophe. */
    static String cell(String value) {
        String safe = isFormula(value) ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** The value that {@link #cell} wrote, without quotes. */
    static String value(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String value) {
        return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
    }
}
