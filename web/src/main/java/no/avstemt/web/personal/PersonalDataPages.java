package no.avstemt.web.personal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.personal.KeepPersonalData;
import no.avstemt.application.personal.PersonalDataChoice;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.page.Link;
import no.avstemt.web.text.Texts;

/** Whether personal data of payments is asked for, of one client account. */
public final class PersonalDataPages {

    static final int LONGEST_REASON = 500;

    private static final String USUAL_DAYS = "90";
    private static final Param<Boolean> ASKED =
            Param.required("personal_data", ParamType.flag()).inForm();
    private static final Param<String> REASON =
            Param.withDefault("reason", ParamType.anyText(LONGEST_REASON), "").inForm();
    private static final Param<String> DAYS =
            Param.withDefault("kept_days", ParamType.anyText(20), "").inForm();

    private final KeepPersonalData keep;
    private final ClientFrames frames;

    public PersonalDataPages(KeepPersonalData keep, ClientFrames frames) {
        this.keep = keep;
        this.frames = frames;
    }

    /** As it stands in the form. */
    private record Typed(boolean asked, String reason, String days) {

        static Typed of(Optional<PersonalDataChoice> choice) {
            return new Typed(
                    choice.isPresent(),
                    choice.map(PersonalDataChoice::reason).orElse(""),
                    choice.map(chosen -> Integer.toString(chosen.keptDays())).orElse(USUAL_DAYS));
        }

        static Typed of(Request request) {
            return new Typed(
                    request.get(ASKED),
                    request.get(REASON).strip(),
                    request.get(DAYS).strip());
        }

        Faults faults(Texts texts) {
            Faults faults = Faults.none();
            if (asked && reason.isEmpty()) {
                faults.add(REASON.name(), texts.get("personal.reason.fault"));
            }
            boolean fits = days.matches("[1-9][0-9]{0,3}") && Integer.parseInt(days) <= PersonalDataChoice.MOST_DAYS;
            if (asked && !fits) {
                faults.add(
                        DAYS.name(), texts.get("personal.days.fault", Integer.toString(PersonalDataChoice.MOST_DAYS)));
            }
            return faults;
        }
    }

    public List<Route> routes() {
        return List.of(
                Route.get(Addresses.PERSONAL_DATA)
                        .toReaders()
                        .ofClient()
                        .answers(RouteDraft.HTML)
                        .says("Whether personal data of payments is asked for, why, and how long it is kept.")
                        .by(request -> page(request, 200, Typed.of(keep.show(request.client())), Faults.none())),
                Route.post(Addresses.PERSONAL_DATA)
                        .toWriters()
                        .ofClient()
                        .takes(ASKED, REASON, DAYS)
                        .answers(RouteDraft.HTML)
                        .says("Has personal data of payments asked for, or no more, which deletes what there is.")
                        .by(this::change));
    }

    private Reply change(Request request) {
        Typed typed = Typed.of(request);
        Faults faults = typed.faults(request.texts());
        if (faults.any()) {
            return page(request, 422, typed, faults);
        }
        Actor actor = Actor.of(request.caller());
        if (typed.asked()) {
            keep.choose(request.client(), actor, typed.reason(), Integer.parseInt(typed.days()));
        } else {
            keep.refuse(request.client(), actor);
        }
        return Reply.seeOther(Addresses.personalData(request.client()).toString());
    }

    private Reply page(Request request, int status, Typed typed, Faults faults) {
        Texts texts = request.texts();
        Link settings = Link.to(
                texts.get("page.settings"), Addresses.settings(request.client()).toString());
        PersonalDataPage page = new PersonalDataPage(
                frames.frame(request, RailPage.SETTINGS, texts.get("personal.title"), List.of(settings)),
                request.client().toString(),
                state(request),
                faults,
                Choice.of(
                        ASKED.name(),
                        texts.get("personal.asked"),
                        Stream.of(false, true)
                                .map(each -> new Choice.Option(
                                        each.toString(), texts.get("personal.asked." + each), each == typed.asked()))
                                .toList()),
                Field.text(REASON.name(), texts.get("personal.reason"), typed.reason(), faults)
                        .helped(texts.get("personal.reason.help")),
                Field.text(DAYS.name(), texts.get("personal.days"), typed.days(), faults)
                        .helped(texts.get("personal.days.help")),
                request.caller().mayWrite());
        return Reply.page(status, new View("personal/personal-data.jte", page));
    }

    private String state(Request request) {
        return keep.show(request.client())
                .map(choice -> request.texts()
                        .get(
                                "personal.since",
                                request.formats().dateAndTime(choice.chosenAt()),
                                request.formats().count(choice.keptDays())))
                .orElse(request.texts().get("personal.never"));
    }
}
