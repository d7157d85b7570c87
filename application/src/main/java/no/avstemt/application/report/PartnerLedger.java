package no.avstemt.application.report;

import java.util.List;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.TableSink;

/**
 * Reskontro: the lines of the accounts that hold what customers owe, or what is owed to suppliers. A document has them by
 * customer or supplier, each with what it came to before and comes to after; for programs they are in the order of the
 * general ledger.
 */
final class PartnerLedger implements Report {

    private static final List<Parameter<?>> PARAMETERS = List.of(
            Parameters.BUSINESS_PARTNER_ID,
            Parameters.SINCE,
            Parameters.UNTIL,
            Parameters.FREE_TEXT,
            Parameters.INCLUDE_RECONCILED,
            Parameters.INCLUDE_DRAFTS,
            Parameters.INCLUDE_CANCELLED,
            Parameters.PAGE,
            Parameters.PER_PAGE);

    private final String id;
    private final AccountRole role;

    PartnerLedger(String id, AccountRole role) {
        this.id = id;
        this.role = role;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String about() {
        return "Amounts are in ledger sign: debit is positive. Pages of HTML are ordered by customer or supplier, those of"
                + " JSON as the general ledger: page N holds other lines in each, and all pages together the same.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return PARAMETERS;
    }

    @Override
    public List<Column> columns(ReportQuery query) {
        return LineColumns.COLUMNS;
    }

    @Override
    public void build(Books books, ReportQuery query, TableSink sink) {
        LineReport lines = new LineReport(this, books, query, books.accountsOf(query.client(), role));
        if (sink.showsSections()) {
            lines.writeByPartnerTo(sink);
        } else {
            lines.writeTo(sink);
        }
    }
}
