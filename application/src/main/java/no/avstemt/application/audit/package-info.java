/**
 * The processing history of a client account's books and settings (behandlingshistorikk): who changed what, when, and what
 * it was before. Written in the unit of work of the change itself, and only ever added to.
 */
@NullMarked
package no.avstemt.application.audit;

import org.jspecify.annotations.NullMarked;
