package no.avstemt.persistence.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.register.BankAccount;
import no.avstemt.domain.register.Iban;
import no.avstemt.domain.register.Label;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/** A ledger at Vipps has its currency from there until somebody says more of it. */
final class OfBankAccount implements Details<BankAccount> {

    private static final String KRONER = "NOK";

    @Override
    public Label label(BankAccount thing) {
        return thing.label();
    }

    @Override
    public BankAccount read(ResultSet row, Label label) throws SQLException {
        return new BankAccount(
                label,
                Rows.optionalText(row, "iban").map(Iban::new),
                Currency.getInstance(Rows.optionalText(row, "currency").orElse(KRONER)),
                Rows.optionalText(row, "account_code").map(AccountCode::new),
                row.getBoolean("is_ledger"));
    }

    /** An account that the chart does not have is left out: who calls has looked. */
    @Override
    public void save(Handle handle, ClientAccountId client, long id, BankAccount thing) {
        handle.createUpdate("""
                        INSERT INTO bank_account (client_account_id, dimension_value_id, iban, currency, account_id)
                        VALUES (:client, :id, :iban, :currency,
                               (SELECT account_id FROM account WHERE client_account_id = :client AND code = :account))
                            ON CONFLICT (client_account_id, dimension_value_id) DO UPDATE
                           SET iban = excluded.iban, currency = excluded.currency, account_id = excluded.account_id
                        """)
                .bind("client", client.value())
                .bind("id", id)
                .bind("iban", thing.iban().map(Iban::text).orElse(null))
                .bind("currency", thing.currency().getCurrencyCode())
                .bind("account", thing.account().map(AccountCode::digits).orElse(null))
                .execute();
    }
}
