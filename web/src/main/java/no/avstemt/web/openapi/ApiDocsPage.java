package no.avstemt.web.openapi;

import java.util.List;
import no.avstemt.web.page.Frame;

/** The whole API on one page: what is common, then each group of routes. */
public record ApiDocsPage(Frame frame, List<Group> groups) {

    public ApiDocsPage {
        groups = List.copyOf(groups);
    }

    /** @param id of its heading, to be linked to */
    public record Group(String id, String name, List<Entry> entries) {

        public Group {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One route.
     *
     * @param rights who may, in a sentence
     * @param curl an example
     * @param example what the demo answered; may be empty
     * @param fields what can be filled in to try it
     * @param formats in which it can be tried; empty for what is not tried here
     */
    public record Entry(
            String id,
            String verb,
            String path,
            String says,
            String rights,
            List<Row> parameters,
            List<Row> body,
            List<Row> answers,
            List<Row> members,
            String curl,
            String example,
            List<TryField> fields,
            List<String> formats) {

        public Entry {
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
            answers = List.copyOf(answers);
            members = List.copyOf(members);
            fields = List.copyOf(fields);
            formats = List.copyOf(formats);
        }
    }

    /**
     * @param id on the whole page
     * @param choices when it is one of them
     */
    public record TryField(String id, String name, boolean required, List<String> choices) {

        public TryField {
            choices = List.copyOf(choices);
        }
    }

    /**
     * @param name of a field inside another with its way, as {@code lines[].amount}
     * @param kind its type, and where a parameter stands
     */
    public record Row(String name, String kind, boolean required, String text) {}
}
