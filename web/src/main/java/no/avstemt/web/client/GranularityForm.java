package no.avstemt.web.client;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.posting.ChooseGranularity;
import no.avstemt.application.posting.ChooseGranularity.Chosen;
import no.avstemt.domain.posting.Granularity;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.page.Addresses;

/**
 * The form on the settings page that chooses how much a journal entry from Vipps holds.
 *
 * @param from from when another choice would hold, in a sentence
 */
public record GranularityForm(List<Option> options, String from) {

    private static final Param<Granularity> CHOICE =
            Param.required("granularity", ParamType.choice(choices())).inForm();

    public GranularityForm {
        options = List.copyOf(options);
    }

    /** @param help what it means, in a plain sentence */
    public record Option(String value, String label, String help, boolean chosen) {}

    static GranularityForm of(ChooseGranularity choose, Request request) {
        Chosen chosen = choose.show(request.client());
        List<Option> options = Arrays.stream(Granularity.values())
                .map(each -> new Option(
                        each.name(),
                        request.texts().get("settings.granularity." + each),
                        request.texts().get("settings.granularity." + each + ".help"),
                        each == chosen.granularity()))
                .toList();
        return new GranularityForm(
                options,
                chosen.firstNotBooked()
                        .map(from -> request.texts()
                                .get(
                                        "settings.granularity.from",
                                        request.formats().date(from)))
                        .orElse(request.texts().get("settings.granularity.fromStart")));
    }

    static Route route(ChooseGranularity choose) {
        return Route.post(Addresses.GRANULARITY)
                .toWriters()
                .ofClient()
                .takes(CHOICE)
                .answers(RouteDraft.HTML)
                .says("Chooses how much one journal entry from Vipps holds, for ledger dates that are not booked.")
                .by(request -> {
                    choose.run(request.client(), Actor.of(request.caller()), request.get(CHOICE));
                    return Reply.seeOther(Addresses.settings(request.client()).toString());
                });
    }

    private static Map<String, Granularity> choices() {
        Map<String, Granularity> choices = new LinkedHashMap<>();
        Arrays.stream(Granularity.values()).forEach(each -> choices.put(each.name(), each));
        return choices;
    }
}
