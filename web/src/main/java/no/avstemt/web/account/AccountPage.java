package no.avstemt.web.account;

import java.util.List;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Fact;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.page.Frame;

/**
 * One account as a form, or a new one.
 *
 * @param facts what stands on it; none for a new one
 * @param locked why nothing can be changed here; empty for who may write
 * @param reason why it is deactivated
 * @param remove where it is deleted; empty when it cannot be
 */
public record AccountPage(
        Frame frame,
        String heading,
        String lead,
        List<Fact> facts,
        String client,
        String locked,
        Faults faults,
        String action,
        List<Field> names,
        List<Choice> choices,
        Field reason,
        String submit,
        String remove) {

    public AccountPage {
        facts = List.copyOf(facts);
        names = List.copyOf(names);
        choices = List.copyOf(choices);
    }
}
