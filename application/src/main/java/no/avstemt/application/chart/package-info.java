/**
 * A client's chart of accounts as an accountant keeps it: accounts are added, named, mapped and deactivated, and each role
 * that posting rules name has its account. An account with postings is never deleted, and what reports and reconciliation
 * rest on is not changed behind their back: every change gives the chart a new version, is kept in the processing history,
 * and either happens whole or not at all. Charts of several clients can be compared with a template.
 */
@NullMarked
package no.avstemt.application.chart;

import org.jspecify.annotations.NullMarked;
