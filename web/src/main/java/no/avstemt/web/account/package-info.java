/**
 * The chart of accounts of a client for people and programs: accounts, the roles that booking reaches them by, the template
 * that the chart is held against, and the tax codes. What is refused is told with why and what to do instead.
 */
@NullMarked
package no.avstemt.web.account;

import org.jspecify.annotations.NullMarked;
