/** Tests of JSON on its way in and out. */
@NullMarked
package no.avstemt.web.api;

import org.jspecify.annotations.NullMarked;
