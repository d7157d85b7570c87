/** Attachments as programs send and fetch them; what a file says it is, its content must show. */
@NullMarked
package no.avstemt.web.file;

import org.jspecify.annotations.NullMarked;
