package no.avstemt.web.personal;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.personal.KeepPersonalData;
import no.avstemt.application.personal.PersonalDataChoice;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.Fault;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;

/** {@code /api/v2/client-settings/personal-data}. */
public final class PersonalDataApi {

    private static final String PATH = "/api/v2/client-settings/personal-data";
    private static final Kind<String> TEXT = Kind.text(PersonalDataPages.LONGEST_REASON);
    private static final Kind<Long> DAYS = Kind.number(1, PersonalDataChoice.MOST_DAYS);

    private static final Field<String> REASON =
            Field.required("reason", TEXT).describedAs("Why the client account needs it.");
    private static final Field<Long> KEPT_DAYS =
            Field.required("kept_days", DAYS).describedAs("So long after the payment it is deleted.");
    private static final Shape BODY = Shape.of("PersonalDataFields", REASON, KEPT_DAYS);

    private static final Resource<Optional<PersonalDataChoice>> CHOICE = Resource.<Optional<PersonalDataChoice>>named(
                    "PersonalData")
            .with("is_asked_for", Kind.flag(), Optional::isPresent)
            .maybe("reason", TEXT, choice -> choice.map(PersonalDataChoice::reason))
            .maybe("kept_days", DAYS, choice -> choice.map(chosen -> (long) chosen.keptDays()))
            .maybe("since", Kind.moment(), choice -> choice.map(PersonalDataChoice::chosenAt));

    private final KeepPersonalData keep;

    public PersonalDataApi(KeepPersonalData keep) {
        this.keep = keep;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH)
                        .toReaders()
                        .ofClient()
                        .gives(200, CHOICE)
                        .says(
                                "Whether names, masked phone numbers and messages of those who pay are asked of Vipps for one"
                                        + " client account, why, and how long they are kept. They are not unless it was chosen.")
                        .by(request -> Reply.json(CHOICE.json(keep.show(request.client())))),
                Route.put(PATH)
                        .toWriters()
                        .ofClient()
                        .body(BODY)
                        .gives(200, CHOICE)
                        .says("Has them asked for from the next payments on; what is older than the time is deleted.")
                        .by(this::choose),
                Route.delete(PATH)
                        .toWriters()
                        .ofClient()
                        .givesNothing()
                        .says("Has them asked for no more, and deletes what there is. The books stay as they are.")
                        .by(this::refuse));
    }

    private Reply choose(Request request) {
        Body body = request.body();
        if (body.get(REASON).isBlank()) {
            throw Problem.faulty(List.of(Fault.of(REASON.name(), "personal.reason.fault")));
        }
        PersonalDataChoice chosen = keep.choose(
                request.client(),
                Actor.of(request.caller()),
                body.get(REASON).strip(),
                Math.toIntExact(body.get(KEPT_DAYS)));
        return Reply.json(CHOICE.json(Optional.of(chosen)));
    }

    private Reply refuse(Request request) {
        keep.refuse(request.client(), Actor.of(request.caller()));
        return Reply.done();
    }
}
