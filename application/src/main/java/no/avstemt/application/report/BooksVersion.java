package no.avstemt.application.report;

/**
 * How far a client's books have come: as long as it is the same, every report comes out the same.
 *
 * @param chainHash lower-case hex
 */
public record BooksVersion(long chartVersion, long chainPosition, String chainHash) {}
