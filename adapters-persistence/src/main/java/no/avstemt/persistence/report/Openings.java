package no.avstemt.persistence.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.report.Books.Company;
import no.avstemt.application.report.BooksVersion;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.domain.time.VatTerm;
import org.jdbi.v3.core.Handle;

/** What every report begins with, read once in the transaction of its handle. */
final class Openings {

    private final Handle handle;
    private final Map<ClientAccountId, Opening> known = new HashMap<>();

    /**
     * Whose books they are, and how far they have come where they may be seen.
     *
     * @param lasting whether nothing seen here can be undone, as what this transaction did by itself could be
     */
    private record Opening(Company company, Optional<BooksVersion> version, boolean lasting) {}

    Openings(Handle handle) {
        this.handle = handle;
    }

    Company company(ClientAccountId client) {
        return of(client).company();
    }

    BooksVersion version(ClientAccountId client) {
        return of(client).version().orElseThrow(() -> new IllegalStateException("No books of client " + client));
    }

    /** Under which what is read in this transaction may be kept. */
    Optional<BooksVersion> lastingVersion(ClientAccountId client) {
        Opening opening = of(client);
        return opening.lasting() ? opening.version() : Optional.empty();
    }

    private Opening of(ClientAccountId client) {
        return known.computeIfAbsent(client, this::read);
    }

    /**
     * Also settles how the statements of this transaction are run: planned once and not each time, not compiled, and by
     * one process, as a compiler or the start of another takes longer than a report.
     */
    private Opening read(ClientAccountId client) {
        return handle.createQuery("""
                        WITH settled AS MATERIALIZED (
                          SELECT set_config('plan_cache_mode', 'force_generic_plan', true),
                                 set_config('max_parallel_workers_per_gather', '0', true),
                                 set_config('jit', 'off', true)
                        )
                        SELECT c.name, c.organisation_number, c.fiscal_year_start, c.vat_term, h.chart_version, h.chain_position,
                               encode(h.chain_hash, 'hex') AS chain_hash,
                               current_setting('transaction_read_only')::boolean AS lasting
                          FROM settled
                         CROSS JOIN client_account c
                          LEFT JOIN journal_head h ON h.client_account_id = :client
                         WHERE c.client_account_id = :client
                        """)
                .bind("client", client.value())
                .map((row, context) -> new Opening(
                        new Company(
                                row.getString("name"),
                                new OrgNumber(row.getString("organisation_number")),
                                new FiscalYear(row.getInt("fiscal_year_start")),
                                VatTerm.valueOf(row.getString("vat_term"))),
                        versionOf(row),
                        row.getBoolean("lasting")))
                .findOne()
                .orElseThrow(() -> new IllegalStateException("No client account " + client));
    }

    private static Optional<BooksVersion> versionOf(ResultSet row) throws SQLException {
        String hash = row.getString("chain_hash");
        return hash == null
                ? Optional.empty()
                : Optional.of(new BooksVersion(row.getLong("chart_version"), row.getLong("chain_position"), hash));
    }
}
