/**
 * Files beside entries and drafts, as people and programs send and fetch them. What a file says it is, its content must
 * show; of those sent at once all are taken or none. Nothing that comes back runs: XML is only ever a download.
 */
@NullMarked
package no.avstemt.web.file;

import org.jspecify.annotations.NullMarked;
