package no.avstemt.web.page;

/**
 * What happened, where, and what to do.
 *
 * @param reference finds the incident in the log; empty when there is nothing to find
 */
public record ErrorPage(Bare bare, String status, String happened, String where, String todo, String reference) {}
