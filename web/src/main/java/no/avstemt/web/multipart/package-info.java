/**
 * Forms that carry files ({@code multipart/form-data}, RFC 7578): the fields and the files of one, read up to a limit.
 *
 * <p>What is said to be longer is refused before it is read, and what turns out to be longer is let go of as it comes. The
 * name of a file is only a name: neither folders nor control characters of it are kept.
 */
@NullMarked
package no.avstemt.web.multipart;

import org.jspecify.annotations.NullMarked;
