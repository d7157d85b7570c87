package no.avstemt.application.verify;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.ChainHash;

/**
 * How far a client's journal had come and what sealed it, as a line to be kept outside the database. Against it, a tail
 * that was removed is found, and a journal that was sealed anew.
 *
 * @param position of the last entry; 0 for an empty journal
 */
public record ChainHead(ClientAccountId client, long position, ChainHash hash) {

    private static final String FORM = "avstemt-chain-head client_account_id=%s position=%d hash=%s";
    private static final Pattern LINE =
            Pattern.compile("avstemt-chain-head client_account_id=([1-9][0-9]{0,17}) position=(0|[1-9][0-9]{0,17})"
                    + " hash=([0-9a-f]{64})");

    public ChainHead {
        if (position < 0) {
            throw new IllegalArgumentException("A journal does not end before it begins: " + position);
        }
    }

    /** One line of text. */
    public String text() {
        return FORM.formatted(client, position, hash);
    }

    /** Empty for what is no such line. */
    public static Optional<ChainHead> parse(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        return matcher.matches()
                ? Optional.of(new ChainHead(
                        new ClientAccountId(Long.parseLong(matcher.group(1))),
                        Long.parseLong(matcher.group(2)),
                        new ChainHash(HexFormat.of().parseHex(matcher.group(3)))))
                : Optional.empty();
    }

    /** Those of a file with a head a line; other lines are the reader's own. */
    public static List<ChainHead> all(String text) {
        return text.lines().flatMap(line -> parse(line).stream()).toList();
    }
}
