/**
 * The one PostgreSQL under Avstemt: started in the data folder, or somebody else's at a JDBC address.
 *
 * <p>Only this package holds a pool or a {@code Jdbi}; stores are handed a {@code Handle} inside a transaction. The
 * owner role migrates and is then let go; the program runs as a role that row-level security binds, and refuses to run
 * as any other. The embedded server listens on loopback only, wants a password and syncs to disk. What the world does
 * wrong (disk full, folder taken, server gone) is a {@link no.avstemt.persistence.database.DatabaseUnavailable} that
 * says what happened, where, and what to do.
 */
@NullMarked
package no.avstemt.persistence.database;

import org.jspecify.annotations.NullMarked;
