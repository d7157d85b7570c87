/**
 * What dimensions do beyond their registers: sales units that are mapped to a department or project, and accounts whose
 * lines must be about something.
 */
@NullMarked
package no.avstemt.web.dimension;

import org.jspecify.annotations.NullMarked;
