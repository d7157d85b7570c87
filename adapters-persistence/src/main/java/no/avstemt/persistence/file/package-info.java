/** Files in the database, in chunks of one mebibyte, so that every copy of the program has them. */
@NullMarked
package no.avstemt.persistence.file;

import org.jspecify.annotations.NullMarked;
