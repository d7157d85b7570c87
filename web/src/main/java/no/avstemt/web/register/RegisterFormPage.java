package no.avstemt.web.register;

import java.util.List;
import java.util.Optional;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Fact;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/**
 * One thing of a register.
 *
 * @param linesHref its lines in the general ledger; empty where there are none to ask for
 * @param entries that are about it
 * @param doubts what is strange about it, as sentences
 * @param facts what is known of it, for those who may not change it
 * @param action where the form is sent; empty for those who may not
 * @param deleteAction where a wish to delete it is sent; empty where it is new
 */
public record RegisterFormPage(
        Frame frame,
        String client,
        String title,
        String linesHref,
        List<Link> entries,
        List<String> doubts,
        List<Fact> facts,
        String action,
        Faults faults,
        List<Input> inputs,
        String deleteAction) {

    public RegisterFormPage {
        entries = List.copyOf(entries);
        doubts = List.copyOf(doubts);
        facts = List.copyOf(facts);
        inputs = List.copyOf(inputs);
    }

    /** A field or a choice. */
    public record Input(Optional<Field> written, Optional<Choice> chosen) {

        static Input of(Field field) {
            return new Input(Optional.of(field), Optional.empty());
        }

        static Input of(Choice choice) {
            return new Input(Optional.empty(), Optional.of(choice));
        }

        public boolean isChoice() {
            return chosen.isPresent();
        }

        public Field field() {
            return written.orElseThrow();
        }

        public Choice choice() {
            return chosen.orElseThrow();
        }
    }
}
