package no.avstemt.application.report;

import java.util.List;
import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.TableSink;

/**
 * Hovedbok: every line of every account. An account's sum is the trial balance's for the same question; so is its
 * balance before the period, with results of earlier years on 2099.
 */
final class GeneralLedger implements Report {

    private static final List<Parameter<?>> PARAMETERS = List.of(
            Parameters.SINCE,
            Parameters.UNTIL,
            Parameters.ACCOUNT_CODES,
            Parameters.DIMENSIONS,
            Parameters.INCLUDE_DRAFTS,
            Parameters.INCLUDE_RECONCILED,
            Parameters.INCLUDE_CANCELLED,
            Parameters.TAX_CODES,
            Parameters.FREE_TEXT,
            Parameters.PAGE,
            Parameters.PER_PAGE);

    @Override
    public String id() {
        return "general-ledger";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return PARAMETERS;
    }

    @Override
    public List<Column> columns(ReportQuery query) {
        return LineColumns.columns(query);
    }

    @Override
    public void build(Books books, ReportQuery query, TableSink sink) {
        new LineReport(this, books, query, query.get(Parameters.ACCOUNT_CODES)).writeTo(sink);
    }
}
