package no.avstemt.web.setup;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.access.EmailAddress;
import no.avstemt.application.access.SetUp;
import no.avstemt.application.access.SignIn;
import no.avstemt.application.access.Token;
import no.avstemt.application.access.UserId;
import no.avstemt.web.http.Cookies;
import no.avstemt.web.http.Frames;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Faults;

/** The setup of an empty installation. */
public final class SetupPages {

    public static final String PATH = "/setup";

    private static final Param<String> TOKEN = Param.withDefault("token", ParamType.anyText(200), "");
    private static final Param<String> TOKEN_IN_FORM = TOKEN.inForm();

    private final SetUp setUp;
    private final SignIn signIn;
    private final Frames frames;

    public SetupPages(SetUp setUp, SignIn signIn, Frames frames) {
        this.setUp = setUp;
        this.signIn = signIn;
        this.frames = frames;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH)
                        .toAll()
                        .takes(TOKEN)
                        .answers(RouteDraft.HTML)
                        .says("The setup page of an empty installation, for whoever holds its token.")
                        .by(this::show),
                Route.post(PATH)
                        .toAll()
                        .takes(
                                TOKEN_IN_FORM,
                                SetupForm.NAME,
                                SetupForm.EMAIL,
                                SetupForm.PASSWORD,
                                SetupForm.AGAIN,
                                SetupForm.LANGUAGE)
                        .answers(RouteDraft.HTML)
                        .says("Makes the first administrator.")
                        .by(this::make));
    }

    private Reply show(Request request) {
        if (!setUp.isNeeded()) {
            return Reply.seeOther("/login");
        }
        String token = request.get(TOKEN);
        return setUp.admits(new Token(token))
                ? page(request, 200, token, SetupForm.empty(request.language()), Faults.none())
                : locked(request, token);
    }

    private Reply make(Request request) {
        if (!setUp.isNeeded()) {
            return Reply.seeOther("/login");
        }
        String token = request.get(TOKEN_IN_FORM);
        if (!setUp.admits(new Token(token))) {
            return locked(request, token);
        }
        SetupForm form = SetupForm.of(request);
        Faults faults = form.faults(request.texts());
        if (faults.any()) {
            return page(request, 422, token, form, faults);
        }
        EmailAddress email = EmailAddress.parse(form.email()).orElseThrow();
        Optional<UserId> made = setUp.run(new Token(token), email, form.name(), form.password(), form.language());
        return made.isPresent() ? signedIn(request, form) : Reply.seeOther("/login");
    }

    private Reply signedIn(Request request, SetupForm form) {
        SignIn.Outcome outcome = signIn.run(form.email(), form.password());
        return outcome instanceof SignIn.Started started
                ? Reply.seeOther(Addresses.CONNECTIONS)
                        .with("Set-Cookie", Cookies.session(started.cookie(), request.isSecure()))
                : Reply.seeOther("/login");
    }

    private Reply page(Request request, int status, String token, SetupForm form, Faults faults) {
        SetupPage page = new SetupPage(
                frames.bare(request, request.texts().get("setup.title")),
                token,
                faults,
                form.fields(request.texts(), faults),
                form.languages(request.texts()));
        return Reply.page(status, new View("setup/setup.jte", page));
    }

    private Reply locked(Request request, String token) {
        String why = request.texts().get(token.isEmpty() ? "setup.locked" : "setup.wrong");
        return Reply.page(
                403,
                new View(
                        "setup/locked.jte",
                        new LockedPage(frames.bare(request, request.texts().get("setup.title")), why)));
    }
}
