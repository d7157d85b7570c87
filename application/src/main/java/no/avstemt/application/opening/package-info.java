/**
 * What the books of a client account begin with on its start date: the accountant's list, and Vipps's own figures for the
 * Vipps accounts. Posted as one balanced entry, once; again only when that entry was cancelled.
 */
@NullMarked
package no.avstemt.application.opening;

import org.jspecify.annotations.NullMarked;
