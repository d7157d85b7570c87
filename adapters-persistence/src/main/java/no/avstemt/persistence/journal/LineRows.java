package no.avstemt.persistence.journal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.JournalLine;
import no.avstemt.persistence.database.BulkInsert;
import org.jdbi.v3.core.Handle;

/** Lines as rows. */
final class LineRows {

    private LineRows() {}

    /** Ready to be sent: all that has to be worked out on our side is. */
    static BulkInsert<NewLine> of(Handle handle, ClientAccountId client, List<NewLine> lines) {
        return new BulkInsert<>(handle, "journal_line", lines)
                .longs("client_account_id", row -> client.value())
                .longs("entry_id", NewLine::entryId)
                .ints("line_no", row -> row.line().lineNo())
                .longs("account_id", NewLine::accountId)
                .dates("posting_date", NewLine::day)
                .longs("ordinal", NewLine::ordinal)
                .longs("amount", row -> row.line().amount())
                .texts("currency", row -> row.line().currency().getCurrencyCode())
                .longs("currency_amount", row -> row.line().currencyAmount())
                .parsed("exchange_rate", "numeric(38, 18)", row -> rate(row.line()))
                .optionalTexts("tax_code", row -> row.line().taxCode())
                .optionalLongs("tax_base", row -> row.line().taxBase())
                .optionalLongs("tax_amount", row -> row.line().taxAmount())
                .optionalLongs(
                        "dimension_set_id",
                        row -> row.dimensionSetId() == 0 ? Optional.empty() : Optional.of(row.dimensionSetId()))
                .texts("description", row -> row.line().description())
                .optionalDates("ledger_date", row -> row.line().ledgerDate());
    }

    private static String rate(JournalLine line) {
        return line.exchangeRate().equals(BigDecimal.ONE)
                ? "1"
                : line.exchangeRate().toPlainString();
    }
}
