/** Which characters the texts of the books may hold. */
@NullMarked
package no.avstemt.domain.text;

import org.jspecify.annotations.NullMarked;
