package no.avstemt.web.file;

import java.util.List;

/**
 * The files beside one entry or draft.
 *
 * @param client its id, for forms
 * @param action where more are sent; empty for those who may not, and where another form takes them
 * @param says what can be attached, as a sentence
 * @param faults with what was sent just now
 */
public record AttachmentList(String client, String action, List<Row> files, String says, List<String> faults) {

    /** What a browser proposes to choose from. */
    public static final String ACCEPT = ".pdf,.png,.jpg,.jpeg,.xml";

    public static final String FIELD = "files";

    public AttachmentList {
        files = List.copyOf(files);
        faults = List.copyOf(faults);
    }

    /** The same with something wrong. */
    public AttachmentList with(String fault) {
        return new AttachmentList(client, action, files, says, List.of(fault));
    }

    /**
     * @param href where it is opened or fetched
     * @param downloadHref where it is only fetched
     * @param stored by whom and when
     * @param removeAction where a wish to take it away is sent; empty where it stays
     */
    public record Row(
            String id,
            String name,
            String href,
            String downloadHref,
            String type,
            String size,
            String hash,
            String stored,
            String removeAction) {}
}
