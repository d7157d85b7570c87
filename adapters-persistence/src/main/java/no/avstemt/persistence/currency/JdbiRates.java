package no.avstemt.persistence.currency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.currency.RateStore;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.currency.ExchangeRate;
import no.avstemt.domain.currency.ExchangeRates;
import no.avstemt.persistence.database.Bulk;
import no.avstemt.persistence.database.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/** Works inside the transaction of its handle. */
public final class JdbiRates implements RateStore {

    private static final String SOUGHT = """
              FROM exchange_rate
             WHERE client_account_id = :client AND (:currency::text IS NULL OR currency = :currency)
               AND rate_date BETWEEN coalesce(:from::date, '-infinity') AND coalesce(:to::date, 'infinity')
            """;

    private final Handle handle;

    public JdbiRates(Handle handle) {
        this.handle = handle;
    }

    @Override
    public ExchangeRates of(ClientAccountId client, Currency currency) {
        return new ExchangeRates(
                currency,
                handle.createQuery(
                                "SELECT * FROM exchange_rate WHERE client_account_id = :client AND currency = :currency")
                        .bind("client", client.value())
                        .bind("currency", currency.getCurrencyCode())
                        .map((row, context) -> rate(row))
                        .list());
    }

    @Override
    public Map<Currency, ExchangeRates> all(ClientAccountId client) {
        Map<Currency, List<ExchangeRate>> byCurrency = new HashMap<>();
        handle.createQuery("SELECT * FROM exchange_rate WHERE client_account_id = :client")
                .bind("client", client.value())
                .map((row, context) -> rate(row))
                .forEach(rate -> byCurrency
                        .computeIfAbsent(rate.currency(), key -> new ArrayList<>())
                        .add(rate));
        Map<Currency, ExchangeRates> all = new HashMap<>();
        byCurrency.forEach((currency, rates) -> all.put(currency, new ExchangeRates(currency, rates)));
        return all;
    }

    @Override
    public List<Stored> page(ClientAccountId client, Search search, long offset, int limit) {
        return bind(
                        handle.createQuery(
                                "SELECT *" + SOUGHT + " ORDER BY rate_date DESC, currency OFFSET :offset LIMIT :limit"),
                        client,
                        search)
                .bind("offset", offset)
                .bind("limit", limit)
                .map((row, context) -> stored(row))
                .list();
    }

    @Override
    public long count(ClientAccountId client, Search search) {
        return bind(handle.createQuery("SELECT count(*)" + SOUGHT), client, search)
                .mapTo(Long.class)
                .one();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, ClientAccountId client, Search search) {
        return statement
                .bind("client", client.value())
                .bind("currency", search.currency().orElse(null))
                .bind("from", search.from().orElse(null))
                .bind("to", search.to().orElse(null));
    }

    @Override
    public Optional<Stored> find(ClientAccountId client, long id) {
        return handle.createQuery(
                        "SELECT * FROM exchange_rate WHERE client_account_id = :client AND exchange_rate_id = :id")
                .bind("client", client.value())
                .bind("id", id)
                .map((row, context) -> stored(row))
                .findOne();
    }

    @Override
    public Optional<Stored> find(ClientAccountId client, Currency currency, LocalDate date) {
        return handle.createQuery("""
                        SELECT *
                          FROM exchange_rate
                         WHERE client_account_id = :client AND currency = :currency AND rate_date = :date
                        """)
                .bind("client", client.value())
                .bind("currency", currency.getCurrencyCode())
                .bind("date", date)
                .map((row, context) -> stored(row))
                .findOne();
    }

    @Override
    public void put(ClientAccountId client, Collection<ExchangeRate> rates) {
        if (rates.isEmpty()) {
            return;
        }
        Update put = handle.createUpdate("""
                        INSERT INTO exchange_rate (client_account_id, currency, rate_date, units, rate)
                        SELECT :client, currency, day::date, units, rate::numeric
                          FROM unnest(:currency::text[], :day::text[], :units::int[], :rate::text[])
                               AS r (currency, day, units, rate)
                            ON CONFLICT (client_account_id, currency, rate_date)
                            DO UPDATE SET units = excluded.units, rate = excluded.rate
                        """).bind("client", client.value());
        Bulk.of(put, List.copyOf(rates))
                .texts("currency", rate -> rate.currency().getCurrencyCode())
                .dates("day", ExchangeRate::date)
                .ints("units", ExchangeRate::units)
                .texts("rate", rate -> rate.rate().toPlainString());
        put.execute();
    }

    @Override
    public void remove(ClientAccountId client, long id) {
        handle.createUpdate("DELETE FROM exchange_rate WHERE client_account_id = :client AND exchange_rate_id = :id")
                .bind("client", client.value())
                .bind("id", id)
                .execute();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(row.getLong("exchange_rate_id"), rate(row));
    }

    private static ExchangeRate rate(ResultSet row) throws SQLException {
        return new ExchangeRate(
                Currency.getInstance(row.getString("currency")),
                Rows.date(row, "rate_date"),
                row.getInt("units"),
                row.getBigDecimal("rate"));
    }
}
