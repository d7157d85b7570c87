package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.EmailAddress;
import no.avstemt.application.access.Role;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ReturnPath;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks the forms of the whole program: a page that only a form leads to is one that its reader can come back from. */
final class FormPagesTest {

    private static final Pattern RETURN_TO = Pattern.compile("name=\"return_to\" value=\"([^\"]*)\"");
    private static final String ADMINISTRATOR = "kari@kontor.example";
    /** The rest of what they answer sends the reader on, or is an error page, which offers no language. */
    private static final int AT_LEAST = 20;

    @TempDir
    private static Path folder;

    @Test
    void whoever_chooses_a_language_on_the_answer_to_a_form_comes_to_a_page() {
        try (ApiOffice office = new ApiOffice(folder)) {
            office.avstemt.createUser.run(
                    new EmailAddress(ADMINISTRATOR),
                    "Kari",
                    Role.ADMINISTRATOR,
                    ClientScope.all(),
                    DemoOffice.PASSWORD);
            FormBrowser kari =
                    new FormBrowser(office.avstemt.address(), "nb").signedIn(ADMINISTRATOR, DemoOffice.PASSWORD);
            Set<String> met = new TreeSet<>();
            for (Route route : forms(office)) {
                String path = ApiOffice.address(route, "1").split("\\?", 2)[0];
                for (Map<String, String> fields : List.of(fields(route, "0"), fields(route, ""))) {
                    Matcher chooser = RETURN_TO.matcher(kari.post(path, fields).body());
                    if (chooser.find()) {
                        met.add(route.path());
                        String back = chooser.group(1).replace("&amp;", "&");
                        assertEquals(back, ReturnPath.safe(back), route.path());
                        assertEquals(200, kari.get(back).status(), route.path() + " leads back to " + back);
                    }
                }
            }
            assertTrue(met.size() >= AT_LEAST, met::toString);
        }
    }

    private static List<Route> forms(ApiOffice office) {
        return office.avstemt.routes.all().stream()
                .filter(route -> route.verb() == Route.Verb.POST
                        && route.answers().contains(RouteDraft.HTML)
                        && !Set.of("/logout", "/language").contains(route.path()))
                .toList();
    }

    /** What must be given, and the rest of the form as one that was typed into without care. */
    private static Map<String, String> fields(Route route, String typed) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (route.ofClient()) {
            fields.put("client_account_id", "1");
        }
        for (Param<?> param : route.params()) {
            if (param.place() == Param.Place.FORM) {
                boolean fits = param.wrap().apply(List.of(typed)).isPresent();
                if (param.isRequired()) {
                    fields.put(param.name(), fits ? typed : ApiOffice.value(param));
                } else if (fits) {
                    fields.put(param.name(), typed);
                }
            }
        }
        return fields;
    }
}
