/** Books that are changed behind the program's back, and what is found of it. */
@NullMarked
package no.avstemt.persistence.verify;

import org.jspecify.annotations.NullMarked;
