package no.avstemt.web.client;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import no.avstemt.application.access.Language;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.client.ChangeClient;
import no.avstemt.application.client.ChangeClient.Outcome;
import no.avstemt.application.client.VatInUse;
import no.avstemt.application.posting.ChooseGranularity;
import no.avstemt.domain.time.VatTerm;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Choice.Option;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.text.Texts;

/** What is known of one client account itself, and can be changed. */
public final class SettingsPages {

    private final ChangeClient changeClient;
    private final ChooseGranularity chooseGranularity;
    private final ClientFrames frames;

    public SettingsPages(ChangeClient changeClient, ChooseGranularity chooseGranularity, ClientFrames frames) {
        this.changeClient = changeClient;
        this.chooseGranularity = chooseGranularity;
        this.frames = frames;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(Addresses.SETTINGS)
                        .toReaders()
                        .ofClient()
                        .answers(RouteDraft.HTML)
                        .says(
                                "Name, language, VAT, start, fiscal year, granularity and disputes of one client account.")
                        .by(request -> page(
                                request,
                                200,
                                SettingsForm.of(
                                        changeClient.show(request.client()).account()),
                                Faults.none())),
                Route.post(Addresses.SETTINGS)
                        .toWriters()
                        .ofClient()
                        .takes(SettingsForm.params())
                        .answers(RouteDraft.HTML)
                        .says("Changes the settings of one client account.")
                        .by(this::change),
                GranularityForm.route(chooseGranularity));
    }

    private Reply change(Request request) {
        SettingsForm form = SettingsForm.of(request);
        Faults faults = form.faults(request.texts());
        if (!faults.any()) {
            try {
                Outcome outcome = changeClient.run(request.client(), Actor.of(request.caller()), form.wanted());
                if (outcome == Outcome.CHANGED) {
                    return Reply.seeOther(Addresses.settings(request.client()).toString());
                }
                faults.add(SettingsForm.START.name(), request.texts().get("settings.fixed"));
            } catch (VatInUse used) {
                String day = request.formats().date(used.bookedTo());
                faults.add(SettingsForm.VAT_FROM.name(), request.texts().get("settings.vatBooked", day));
            }
        }
        return page(request, 422, form, faults);
    }

    private Reply page(Request request, int status, SettingsForm form, Faults faults) {
        Texts texts = request.texts();
        boolean isPosted = changeClient.show(request.client()).isPosted();
        SettingsPage page = new SettingsPage(
                frames.frame(request, RailPage.SETTINGS),
                request.client().toString(),
                faults,
                Field.text(SettingsForm.NAME.name(), texts.get("onboarding.name"), form.name(), faults),
                language(form, texts),
                vat(form, texts),
                List.of(
                        Field.text(
                                        SettingsForm.VAT_FROM.name(),
                                        texts.get("onboarding.vatFrom"),
                                        form.vatFrom(),
                                        faults)
                                .as("date"),
                        Field.text(SettingsForm.VAT_TO.name(), texts.get("onboarding.vatTo"), form.vatTo(), faults)
                                .as("date")),
                vatTerm(form, texts),
                Field.text(SettingsForm.START.name(), texts.get("onboarding.startDate"), form.startDate(), faults)
                        .as("date"),
                fiscalYear(form, request),
                disputeDays(form, texts, faults),
                isPosted ? texts.get("settings.fixed") : "",
                GranularityForm.of(chooseGranularity, request),
                request.caller().mayWrite());
        return Reply.page(status, new View("client/settings.jte", page));
    }

    private static Choice language(SettingsForm form, Texts texts) {
        return Choice.of(
                SettingsForm.LANGUAGE.name(),
                texts.get("onboarding.language"),
                options(
                        List.of(Language.values()),
                        form.language(),
                        Language::tag,
                        each -> texts.get("language." + each.tag())));
    }

    private static Choice vat(SettingsForm form, Texts texts) {
        return Choice.of(
                SettingsForm.VAT.name(),
                texts.get("onboarding.vat"),
                options(
                        List.of(true, false),
                        form.vat(),
                        String::valueOf,
                        each -> texts.get("onboarding.vat." + each)));
    }

    private static Choice vatTerm(SettingsForm form, Texts texts) {
        return Choice.of(
                        SettingsForm.VAT_TERM.name(),
                        texts.get("onboarding.vatTerm"),
                        options(
                                List.of(VatTerm.values()),
                                form.vatTerm(),
                                VatTerm::name,
                                each -> texts.get("onboarding.vatTerm." + each.name())))
                .helped(texts.get("onboarding.vatTerm.help"));
    }

    private static Choice fiscalYear(SettingsForm form, Request request) {
        return Choice.of(
                        SettingsForm.FISCAL_YEAR_START.name(),
                        request.texts().get("onboarding.fiscalYear"),
                        options(
                                IntStream.rangeClosed(1, 12).boxed().toList(),
                                form.fiscalYearStart(),
                                String::valueOf,
                                month -> request.formats().monthName(month)))
                .helped(request.texts().get("onboarding.fiscalYear.help"));
    }

    private static Field disputeDays(SettingsForm form, Texts texts, Faults faults) {
        return Field.text(
                        SettingsForm.DISPUTE_DAYS.name(), texts.get("settings.disputeDays"), form.disputeDays(), faults)
                .helped(texts.get("settings.disputeDays.help"));
    }

    private static <T> List<Option> options(
            List<T> values, T chosen, Function<T, String> value, Function<T, String> label) {
        return values.stream()
                .map(each -> new Option(value.apply(each), label.apply(each), each.equals(chosen)))
                .toList();
    }
}
