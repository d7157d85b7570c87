/**
 * Reports as pages, JSON and documents. Every format is written from the same typed table, so that no two can differ; all
 * pages share one template, and what differs is the page record.
 */
@NullMarked
package no.avstemt.web.report;

import org.jspecify.annotations.NullMarked;
