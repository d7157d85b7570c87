/**
 * What a client account keeps registers of: partners, bank accounts, and the projects, departments, assets, tags and items
 * that lines can be about. Each has a number, which stands in posted lines and stays once it does, and a name that can be
 * changed. What is no longer in use is put away, not deleted.
 */
@NullMarked
package no.avstemt.domain.register;

import org.jspecify.annotations.NullMarked;
