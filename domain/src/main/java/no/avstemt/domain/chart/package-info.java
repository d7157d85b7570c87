/**
 * Accounts, the roles that posting rules name, tax codes, and the three-level grouping of Norwegian statements
 * (regnskapsloven §§ 6-1 and 6-2). A rule names a role; the client's chart says which account that is.
 */
@NullMarked
package no.avstemt.domain.chart;

import org.jspecify.annotations.NullMarked;
