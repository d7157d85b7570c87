/**
 * Vipps connections in PostgreSQL: office tables, outside row-level security, with the client secret only as ciphertext.
 */
@NullMarked
package no.avstemt.persistence.connection;

import org.jspecify.annotations.NullMarked;
