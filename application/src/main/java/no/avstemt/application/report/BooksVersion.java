package no.avstemt.application.report;

/**
 * How far a client's books have come: as long as it is the same, every report comes out the same.
 *
 * @param chainHash lower-case hex
 * @param besides tells one state of what is not posted from every other: of all drafts, or of all events; empty where a
 *     report holds neither
 */
public record BooksVersion(long chartVersion, long chainPosition, String chainHash, String besides) {

    public BooksVersion(long chartVersion, long chainPosition, String chainHash) {
        this(chartVersion, chainPosition, chainHash, "");
    }

    BooksVersion beside(String state) {
        return new BooksVersion(chartVersion, chainPosition, chainHash, state);
    }
}
