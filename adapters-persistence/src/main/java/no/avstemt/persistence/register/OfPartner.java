package no.avstemt.persistence.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.register.Label;
import no.avstemt.domain.register.Partner;
import no.avstemt.domain.register.PostalAddress;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;

/** Those that an import has added have a label and nothing else. */
final class OfPartner implements Details<Partner> {

    @Override
    public Label label(Partner thing) {
        return thing.label();
    }

    @Override
    public Partner read(ResultSet row, Label label) throws SQLException {
        Optional<String> country = Rows.optionalText(row, "country");
        if (country.isEmpty()) {
            return Partner.named(label);
        }
        return new Partner(
                label,
                Rows.optionalText(row, "organisation_number").map(OrgNumber::new),
                row.getBoolean("vat_registered"),
                new PostalAddress(
                        row.getString("address_line_1"),
                        row.getString("address_line_2"),
                        row.getString("postcode"),
                        row.getString("city"),
                        country.get()),
                Rows.optionalText(row, "email"),
                Rows.optionalText(row, "bank_account"),
                row.getBoolean("customer"),
                row.getBoolean("supplier"));
    }

    @Override
    public void save(Handle handle, ClientAccountId client, long id, Partner thing) {
        handle.createUpdate("""
                        INSERT INTO business_partner (client_account_id, dimension_value_id, organisation_number,
                               vat_registered, address_line_1, address_line_2, postcode, city, country, email,
                               bank_account, customer, supplier)
                        VALUES (:client, :id, :number, :vat, :line1, :line2, :postcode, :city, :country, :email, :bank,
                               :customer, :supplier)
                            ON CONFLICT (client_account_id, dimension_value_id) DO UPDATE
                           SET organisation_number = excluded.organisation_number,
                               vat_registered = excluded.vat_registered, address_line_1 = excluded.address_line_1,
                               address_line_2 = excluded.address_line_2, postcode = excluded.postcode,
                               city = excluded.city, country = excluded.country, email = excluded.email,
                               bank_account = excluded.bank_account, customer = excluded.customer,
                               supplier = excluded.supplier
                        """)
                .bind("client", client.value())
                .bind("id", id)
                .bind(
                        "number",
                        thing.organisationNumber().map(OrgNumber::digits).orElse(null))
                .bind("vat", thing.vatRegistered())
                .bind("line1", thing.address().line1())
                .bind("line2", thing.address().line2())
                .bind("postcode", thing.address().postcode())
                .bind("city", thing.address().city())
                .bind("country", thing.address().country())
                .bind("email", thing.email().orElse(null))
                .bind("bank", thing.bankAccount().orElse(null))
                .bind("customer", thing.customer())
                .bind("supplier", thing.supplier())
                .execute();
    }
}
