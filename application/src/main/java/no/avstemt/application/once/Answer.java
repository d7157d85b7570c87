package no.avstemt.application.once;

import java.util.List;

/**
 * An answer as it was sent.
 *
 * @param headers name, value, name, value, beside the media type
 */
public record Answer(int status, String mediaType, List<String> headers, byte[] content) {

    public Answer {
        headers = List.copyOf(headers);
    }

    /** Whether what was asked for was done. */
    public boolean isSuccess() {
        return status >= 200 && status < 400;
    }
}
