/** The pages in a real browser: how they look, and whether everyone can use them. */
@NullMarked
package no.avstemt.web.browser;

import org.jspecify.annotations.NullMarked;
