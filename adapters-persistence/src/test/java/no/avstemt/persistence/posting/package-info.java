/**
 * Merchants of every kind, from what Vipps tells to balances and findings, on PostgreSQL.
 */
@NullMarked
package no.avstemt.persistence.posting;

import org.jspecify.annotations.NullMarked;
