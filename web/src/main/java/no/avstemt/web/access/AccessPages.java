package no.avstemt.web.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import no.avstemt.application.access.ChooseLanguage;
import no.avstemt.application.access.Language;
import no.avstemt.application.access.SignIn;
import no.avstemt.application.access.SignOut;
import no.avstemt.web.http.Cookies;
import no.avstemt.web.http.Frames;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.ReturnPath;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Bare;
import no.avstemt.web.setup.SetupPages;
import no.avstemt.web.text.Message;

/** The login page, sign-out, and the choice of language. */
public final class AccessPages {

    private static final Param<String> EMAIL =
            Param.withDefault("email", ParamType.anyText(1_000), "").inForm();
    private static final Param<String> PASSWORD =
            Param.withDefault("password", ParamType.anyText(10_000), "").inForm();
    private static final Param<Language> LANGUAGE =
            Param.required("language", ParamType.choice(languages())).inForm();
    private static final Param<String> RETURN_TO = ReturnPath.PARAM;
    private static final Param<String> RETURN_TO_IN_FORM = ReturnPath.PARAM.inForm();

    private final SignIn signIn;
    private final SignOut signOut;
    private final ChooseLanguage chooseLanguage;
    private final Frames frames;
    private final BooleanSupplier isEmpty;

    /** @param isEmpty whether there is no user yet, so that nobody can sign in before it is set up */
    public AccessPages(
            SignIn signIn, SignOut signOut, ChooseLanguage chooseLanguage, Frames frames, BooleanSupplier isEmpty) {
        this.signIn = signIn;
        this.signOut = signOut;
        this.chooseLanguage = chooseLanguage;
        this.frames = frames;
        this.isEmpty = isEmpty;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/login")
                        .toAll()
                        .takes(RETURN_TO)
                        .answers(RouteDraft.HTML)
                        .says("The login page.")
                        .by(this::show),
                Route.post("/login")
                        .toAll()
                        .takes(EMAIL, PASSWORD, RETURN_TO_IN_FORM)
                        .answers(RouteDraft.HTML)
                        .says("Signs in with e-mail and password.")
                        .by(this::signIn),
                Route.post("/logout")
                        .toReaders()
                        .answers(RouteDraft.HTML)
                        .says("Ends the session.")
                        .by(this::signOut),
                Route.post("/language")
                        .toAll()
                        .takes(LANGUAGE, RETURN_TO_IN_FORM)
                        .answers(RouteDraft.HTML)
                        .says("Chooses the language of the pages.")
                        .by(this::choose));
    }

    private Reply show(Request request) {
        if (isEmpty.getAsBoolean()) {
            return Reply.seeOther(SetupPages.PATH);
        }
        String returnTo = ReturnPath.safe(request.get(RETURN_TO));
        return request.signedIn().isPresent()
                ? Reply.seeOther(returnTo)
                : page(200, new LoginPage(bare(request), "", "", returnTo));
    }

    private Reply signIn(Request request) {
        String email = request.get(EMAIL);
        SignIn.Outcome outcome = signIn.run(email, request.get(PASSWORD));
        if (outcome instanceof SignIn.Started started) {
            return Reply.seeOther(ReturnPath.safe(request.get(RETURN_TO_IN_FORM)))
                    .with("Set-Cookie", Cookies.session(started.cookie(), request.isSecure()));
        }
        return refused(request, email, outcome);
    }

    private Reply refused(Request request, String email, SignIn.Outcome outcome) {
        String why = request.texts().get(why(outcome));
        String returnTo = ReturnPath.safe(request.get(RETURN_TO_IN_FORM));
        return page(statusOf(outcome), new LoginPage(bare(request), email, why, returnTo));
    }

    private static Message why(SignIn.Outcome outcome) {
        if (outcome instanceof SignIn.TooManyAttempts tooMany) {
            long minutes = tooMany.waiting().toMinutes() + 1;
            return Message.of("login.tooMany", Long.toString(minutes));
        }
        return Message.of(outcome instanceof SignIn.Busy ? "login.busy" : "login.refused");
    }

    private static int statusOf(SignIn.Outcome outcome) {
        if (outcome instanceof SignIn.TooManyAttempts) {
            return 429;
        }
        return outcome instanceof SignIn.Busy ? 503 : 401;
    }

    private Reply signOut(Request request) {
        request.signedIn().ifPresent(person -> signOut.run(person.session()));
        return Reply.seeOther("/login").with("Set-Cookie", Cookies.noSession(request.isSecure()));
    }

    private Reply choose(Request request) {
        Language language = request.get(LANGUAGE);
        request.signedIn().ifPresent(person -> chooseLanguage.run(person.user().id(), language));
        return Reply.seeOther(ReturnPath.safe(request.get(RETURN_TO_IN_FORM)))
                .with("Set-Cookie", Cookies.language(language, request.isSecure()));
    }

    private Bare bare(Request request) {
        return frames.bare(request, request.texts().get("login.title"));
    }

    private static Reply page(int status, LoginPage page) {
        return Reply.page(status, new View("access/login.jte", page));
    }

    private static Map<String, Language> languages() {
        Map<String, Language> byTag = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            byTag.put(language.tag(), language);
        }
        return byTag;
    }
}
