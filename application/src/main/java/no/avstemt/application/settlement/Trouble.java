package no.avstemt.application.settlement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why a round stopped: a code and its facts, which are told in the reader's language under {@code trouble.<code>}.
 *
 * @param facts what the text names, in the order that the code says
 */
public record Trouble(Code code, List<String> facts) {

    /** Booking stopped on what nobody foresaw. */
    public static final Trouble STOPPED = new Trouble(Code.STOPPED, List.of());

    private static final int QUESTION = 2;

    public Trouble {
        facts = facts.stream().map(fact -> fact.replace('\n', ' ')).toList();
    }

    /** The first seven have the address, what came back, and what was asked for. */
    public enum Code {
        KEYS_REJECTED,
        NO_ACCESS,
        BAD_REQUEST,
        BUSY,
        UNREACHABLE,
        INSECURE,
        UNREADABLE,
        /** The ledger. */
        NO_CONNECTION,
        /** The connection's name, and where its key came from. */
        SECRET_UNREADABLE,
        /** The ledger. */
        SLOW,
        STOPPED,
        /** The address, which the settings forbid. */
        FORBIDDEN_ADDRESS,
        /** A sentence. */
        OTHER
    }

    /** @param keyOrigin where the key that does not open it came from */
    public static Trouble secretUnreadable(String connection, String keyOrigin) {
        return new Trouble(Code.SECRET_UNREADABLE, List.of(connection, keyOrigin));
    }

    static Trouble of(SourceUnavailable.Reason reason, String address, String heard, String question) {
        return new Trouble(Code.valueOf(reason.name()), List.of(address, heard, question));
    }

    /** The streams that the question named; none when it was for all, as an access token is, or there was no question. */
    public Set<Stream> named() {
        String asked = isOfQuestion() ? facts.get(QUESTION) : "";
        return Arrays.stream(Stream.values())
                .filter(each -> asked.contains("/" + each.storedName() + "/"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether what failed was asked for all streams: then no question of the ledger fares better. */
    public boolean isOfAll() {
        return isOfQuestion() && named().isEmpty();
    }

    private boolean isOfQuestion() {
        return facts.size() == QUESTION + 1;
    }

    /** One line for the code, and one for each fact. */
    public String stored() {
        List<String> lines = new ArrayList<>(List.of(code.name()));
        lines.addAll(facts);
        return String.join("\n", lines);
    }

    /** Of what {@link #stored} gave; a sentence of an earlier version stays a sentence. */
    public static Trouble read(String stored) {
        List<String> lines = List.of(stored.split("\n", -1));
        for (Code code : Code.values()) {
            if (code.name().equals(lines.get(0))) {
                return new Trouble(code, lines.subList(1, lines.size()));
            }
        }
        return new Trouble(Code.OTHER, List.of(stored));
    }
}
