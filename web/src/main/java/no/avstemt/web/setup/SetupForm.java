package no.avstemt.web.setup;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.access.CreateUser;
import no.avstemt.application.access.EmailAddress;
import no.avstemt.application.access.Language;
import no.avstemt.application.access.SignIn;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Choice.Option;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.text.Texts;

/** What was typed about the first administrator, and what is wrong with it. Passwords are never shown again. */
record SetupForm(String name, String email, String password, String again, Language language) {

    static final Param<String> NAME = typed("name", 1_000);
    static final Param<String> EMAIL = typed("email", 1_000);
    static final Param<String> PASSWORD = typed("password", 10_000);
    static final Param<String> AGAIN = typed("password_again", 10_000);
    static final Param<Optional<String>> LANGUAGE =
            Param.optional("chosen_language", ParamType.anyText(10)).inForm();

    private static final int LONGEST_NAME = 100;

    private static Param<String> typed(String name, int longest) {
        return Param.withDefault(name, ParamType.anyText(longest), "").inForm();
    }

    static SetupForm empty(Language language) {
        return new SetupForm("", "", "", "", language);
    }

    static SetupForm of(Request request) {
        return new SetupForm(
                request.get(NAME).strip(),
                request.get(EMAIL).strip(),
                request.get(PASSWORD),
                request.get(AGAIN),
                request.get(LANGUAGE).flatMap(Language::ofTag).orElse(request.language()));
    }

    Faults faults(Texts texts) {
        Faults faults = Faults.none();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            faults.add(NAME.name(), texts.get("setup.name.fault", Integer.toString(LONGEST_NAME)));
        }
        if (EmailAddress.parse(email).isEmpty()) {
            faults.add(EMAIL.name(), texts.get("setup.email.fault"));
        }
        if (password.length() < CreateUser.SHORTEST_PASSWORD || password.length() > SignIn.LONGEST_PASSWORD) {
            faults.add(
                    PASSWORD.name(),
                    texts.get(
                            "setup.password.fault",
                            Integer.toString(CreateUser.SHORTEST_PASSWORD),
                            Integer.toString(SignIn.LONGEST_PASSWORD)));
        } else if (!password.equals(again)) {
            faults.add(AGAIN.name(), texts.get("setup.again.fault"));
        }
        return faults;
    }

    List<Field> fields(Texts texts, Faults faults) {
        return List.of(
                Field.text(NAME.name(), texts.get("setup.name"), name, faults).completedAs("name"),
                Field.text(EMAIL.name(), texts.get("setup.email"), email, faults)
                        .as("email")
                        .completedAs("username"),
                Field.text(PASSWORD.name(), texts.get("setup.password"), "", faults)
                        .as("password")
                        .helped(texts.get("setup.password.help", Integer.toString(CreateUser.SHORTEST_PASSWORD)))
                        .completedAs("new-password"),
                Field.text(AGAIN.name(), texts.get("setup.again"), "", faults)
                        .as("password")
                        .completedAs("new-password"));
    }

    Choice languages(Texts texts) {
        return Choice.of(
                LANGUAGE.name(),
                texts.get("setup.language"),
                List.of(Language.values()).stream()
                        .map(each -> new Option(each.tag(), texts.get("language." + each.tag()), each == language))
                        .toList());
    }

    @Override
    public String toString() {
        return "SetupForm[" + email + "]";
    }
}
