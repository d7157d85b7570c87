/**
 * The registers of a client account as pages and as resources of the API. What a register holds is described once: from that
 * come its list, its form, its routes and what it looks like in JSON. A form is read as the JSON that it stands for, so both
 * ways in refuse the same.
 */
@NullMarked
package no.avstemt.web.register;

import org.jspecify.annotations.NullMarked;
