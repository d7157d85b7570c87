package no.avstemt.application.settlement;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a round stopped: a code and its facts, which are told in the reader's language under {@code trouble.<code>}.
 *
 * @param facts what the text names, in the order that the code says
 */
public record Trouble(Code code, List<String> facts) {

    /** Booking stopped on what nobody foresaw. */
    public static final Trouble STOPPED = new Trouble(Code.STOPPED, List.of());

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
