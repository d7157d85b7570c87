/**
 * The API described to those who program against it: {@code GET /api/openapi.json} and a page that shows the same.
 *
 * <p>Both are made from the route table, so there is no route, parameter, field or answer that they forget or invent. The
 * descriptions are in English, like the names they stand beside; what frames them is in the reader's language.
 */
@NullMarked
package no.avstemt.web.openapi;

import org.jspecify.annotations.NullMarked;
