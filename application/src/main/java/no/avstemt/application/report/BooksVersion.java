package no.avstemt.application.report;

/**
 * How far a client's books have come: as long as it is the same, every report comes out the same.
 *
 * @param chainHash lower-case hex
 * @param drafts tells one state of all drafts from every other; empty where a report does not count them
 */
public record BooksVersion(long chartVersion, long chainPosition, String chainHash, String drafts) {

    public BooksVersion(long chartVersion, long chainPosition, String chainHash) {
        this(chartVersion, chainPosition, chainHash, "");
    }

    BooksVersion withDrafts(String state) {
        return new BooksVersion(chartVersion, chainPosition, chainHash, state);
    }
}
