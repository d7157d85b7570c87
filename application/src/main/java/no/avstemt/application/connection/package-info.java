/**
 * Vipps connections: where Vipps is, one set of keys, and the ledgers that those keys may see.
 *
 * <p>A connection belongs to the office. It is stored only after Vipps has answered it, its client secret only encrypted.
 * A ledger is read over the connection that listed it last.
 */
@NullMarked
package no.avstemt.application.connection;

import org.jspecify.annotations.NullMarked;
