package no.avstemt.web.text;

import java.util.List;

/**
 * A text that waits for its reader's language: a key, and what stands for {@code {0}}, {@code {1}} … in it.
 *
 * @param last texts that stand for the places after those of the arguments
 */
public record Message(String key, List<String> arguments, List<Message> last) {

    public Message {
        arguments = List.copyOf(arguments);
        last = List.copyOf(last);
    }

    public static Message of(String key, String... arguments) {
        return new Message(key, List.of(arguments), List.of());
    }

    public Message and(Message text) {
        return new Message(key, arguments, List.of(text));
    }
}
