/**
 * The first page of an empty installation: whoever holds the token that the start printed becomes the administrator.
 *
 * <p>As soon as there is a user, these pages are gone.
 */
@NullMarked
package no.avstemt.web.setup;

import org.jspecify.annotations.NullMarked;
