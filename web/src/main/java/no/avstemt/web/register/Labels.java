package no.avstemt.web.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.avstemt.domain.register.Label;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.register.RegisterView.ListColumn;
import no.avstemt.web.text.Message;

/** Number, name and whether it is active: what every thing in a register has. */
final class Labels {

    static final Kind<String> NUMBER_KIND = Kind.text(Label.LONGEST_NUMBER)
            .as(Label::number, number -> number, Message.of("param.text", Integer.toString(Label.LONGEST_NUMBER)));
    static final Kind<String> NAME_KIND = Kind.text(Label.LONGEST_NAME)
            .as(Label::name, name -> name, Message.of("param.text", Integer.toString(Label.LONGEST_NAME)));

    static final Field<String> NUMBER = Field.required("number", NUMBER_KIND)
            .describedAs("As the client calls it. Once posted lines are about it, it stays.");
    static final Field<String> NAME = Field.required("name", NAME_KIND);
    static final Field<Boolean> ACTIVE =
            Field.withDefault("active", Kind.flag(), true).describedAs("Whether it can be chosen for new lines.");

    static final FormInput ACTIVE_INPUT = FormInput.flag(ACTIVE.name());

    private Labels() {}

    static Label read(Body body) {
        return new Label(body.get(NUMBER), body.get(NAME), body.get(ACTIVE));
    }

    static Map<String, String> filled(Label label) {
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put(NUMBER.name(), label.number());
        filled.put(NAME.name(), label.name());
        filled.put(ACTIVE.name(), Boolean.toString(label.active()));
        return filled;
    }

    static String title(Label label) {
        return label.name().equals(label.number()) ? label.number() : label.number() + " " + label.name();
    }

    /** Says something only of what was put away. */
    static <T> ListColumn<T> status(Function<T, Boolean> active) {
        return new ListColumn<>(
                "register.status",
                (thing, request) -> active.apply(thing) ? "" : request.texts().get("register.away"));
    }

    static <T> List<ListColumn<T>> columns(Function<T, Label> label) {
        return List.of(
                ListColumn.of("register.number", thing -> label.apply(thing).number()),
                ListColumn.of("register.name", thing -> label.apply(thing).name()));
    }
}
