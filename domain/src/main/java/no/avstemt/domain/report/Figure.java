package no.avstemt.domain.report;

/**
 * A figure of the whole report, known by name: {@code X-Total-<name>} over HTTP.
 *
 * @param ore covers everything the report was asked about, also what its rows leave out
 */
public record Figure(String name, long ore) {}
