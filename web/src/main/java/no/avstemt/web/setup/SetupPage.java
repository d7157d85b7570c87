package no.avstemt.web.setup;

import java.util.List;
import no.avstemt.web.page.Bare;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;

/** @param token as shown, to be shown again with the form */
public record SetupPage(Bare bare, String token, Faults faults, List<Field> fields, Choice language) {

    public SetupPage {
        fields = List.copyOf(fields);
    }
}
