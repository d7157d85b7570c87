/**
 * From settlement entries to journal entries. The topic fixes one side (its own account moves by the amount), a rule
 * names only the counterpart, so an unknown entry type still keeps the balance right. Every øre of every entry is linked to
 * the line that carries it.
 */
@NullMarked
package no.avstemt.domain.posting;

import org.jspecify.annotations.NullMarked;
