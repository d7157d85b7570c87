package no.avstemt.web.client;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.access.Language;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.client.ChangeClient;
import no.avstemt.application.client.ChangeClient.Outcome;
import no.avstemt.application.client.ChangeClient.Settings;
import no.avstemt.application.client.ChangeClient.Wanted;
import no.avstemt.application.client.VatInUse;
import no.avstemt.application.posting.ChooseGranularity;
import no.avstemt.application.posting.ChooseGranularity.Chosen;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.posting.Granularity;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.domain.time.VatTerm;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.Fault;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;

/** {@code /api/v2/client-settings}: what onboarding asked of a client account, and what is decided of its books. */
public final class ClientSettingsApi {

    private static final String PATH = "/api/v2/client-settings";
    private static final Kind<Language> BOOKS_LANGUAGE =
            Kind.choice(ParamType.byName(List.of(Language.values()), Language::tag));
    private static final Kind<VatTerm> TERM = Kind.choice(ParamType.byName(List.of(VatTerm.values()), VatTerm::name));
    private static final Kind<Long> MONTH = Kind.number(1, 12);
    private static final Kind<Long> DAYS = Kind.number(1, ClientAccount.MOST_DISPUTE_DAYS);
    private static final Kind<Granularity> GRAINS =
            Kind.choice(ParamType.byName(List.of(Granularity.values()), Granularity::name));
    private static final String OF_GRANULARITY =
            "What becomes one journal entry. A change holds from the first date that is not booked.";
    private static final String OF_START = "From here on settlement entries are booked. Stays when anything is posted.";

    private static final Field<String> NAME = Field.required("name", Kind.text(200));
    private static final Field<Language> LANGUAGE = Field.required("books_language", BOOKS_LANGUAGE);
    private static final Field<LocalDate> START =
            Field.required("start_date", Kind.date()).describedAs(OF_START);
    private static final Field<Boolean> REGISTERED = Field.required("vat_registered", Kind.flag());
    private static final Field<Optional<LocalDate>> VAT_FROM = Field.optional("vat_from", Kind.date());
    private static final Field<Optional<LocalDate>> VAT_TO = Field.optional("vat_to", Kind.date());
    private static final Field<VatTerm> VAT_TERM = Field.withDefault("vat_term", TERM, VatTerm.TWO_MONTHS);
    private static final Field<Long> FISCAL_YEAR =
            Field.withDefault("fiscal_year_start", MONTH, 1L).describedAs("The first month of the fiscal year.");
    private static final Field<Long> DISPUTE_DAYS =
            Field.withDefault("dispute_days", DAYS, (long) ClientAccount.USUAL_DISPUTE_DAYS);
    private static final Field<Granularity> GRANULARITY =
            Field.withDefault("granularity", GRAINS, Granularity.PER_DATE).describedAs(OF_GRANULARITY);
    private static final Field<Optional<String>> NUMBER = Field.optional("organisation_number", Kind.text(9))
            .describedAs("Told, and not to be changed: as it is, or left out.");
    private static final Field<Optional<Boolean>> POSTED =
            Field.optional("is_posted", Kind.flag()).describedAs("Told, and not to be changed: as it is, or left out.");
    private static final Shape BODY = Shape.of(
            "ClientSettingsFields",
            NAME,
            NUMBER,
            LANGUAGE,
            START,
            REGISTERED,
            VAT_FROM,
            VAT_TO,
            VAT_TERM,
            FISCAL_YEAR,
            DISPUTE_DAYS,
            GRANULARITY,
            POSTED);

    private static final Resource<Shown> SETTINGS = Resource.<Shown>named("ClientSettings")
            .with("name", Kind.text(200), shown -> shown.account().name())
            .with(
                    "organisation_number",
                    Kind.text(9),
                    shown -> shown.account().organisationNumber().digits())
            .with(
                    "books_language",
                    BOOKS_LANGUAGE,
                    shown -> Language.ofTag(shown.account().language()).orElse(Language.NORWEGIAN))
            .described("Of posted texts.")
            .with("start_date", Kind.date(), shown -> shown.account().startDate())
            .described(OF_START)
            .with("vat_registered", Kind.flag(), shown -> shown.account().vat().registered())
            .maybe("vat_from", Kind.date(), shown -> shown.account().vat().from())
            .described("The first day in the VAT register; null when that is before the books begin.")
            .maybe("vat_to", Kind.date(), shown -> shown.account().vat().to())
            .with("vat_term", TERM, shown -> shown.account().vat().term())
            .with("fiscal_year_start", MONTH, shown ->
                    (long) shown.account().fiscalYear().firstMonth())
            .described("The first month of the fiscal year. Stays when anything is posted.")
            .with("dispute_days", DAYS, shown -> (long) shown.account().disputeDays())
            .described("From the day a capture was last retained until it is a finding with a choice to make.")
            .with("granularity", GRAINS, shown -> shown.chosen().granularity())
            .described(OF_GRANULARITY)
            .with("is_posted", Kind.flag(), shown -> shown.settings().isPosted())
            .described("Whether anything is, so that start and fiscal year stay.");

    private final ChangeClient changeClient;
    private final ChooseGranularity chooseGranularity;

    public ClientSettingsApi(ChangeClient changeClient, ChooseGranularity chooseGranularity) {
        this.changeClient = changeClient;
        this.chooseGranularity = chooseGranularity;
    }

    private record Shown(Settings settings, Chosen chosen) {

        ClientAccount account() {
            return settings.account();
        }
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH)
                        .toReaders()
                        .ofClient()
                        .gives(200, SETTINGS)
                        .says("Name, language, VAT, start, fiscal year, granularity and disputes of a client account.")
                        .by(this::shown),
                Route.put(PATH)
                        .toWriters()
                        .ofClient()
                        .body(BODY)
                        .gives(200, SETTINGS)
                        .conflicts("start or fiscal year would change, and something is posted; or VAT registration on"
                                + " a booked date")
                        .says("Changes the settings of a client account; a field left out gets its default.")
                        .by(this::change));
    }

    private Reply shown(Request request) {
        return Reply.json(SETTINGS.json(
                new Shown(changeClient.show(request.client()), chooseGranularity.show(request.client()))));
    }

    private Reply change(Request request) {
        Body body = request.body();
        List<Fault> faults = faults(body);
        faults.addAll(faultsOfTold(body, changeClient.show(request.client())));
        if (!faults.isEmpty()) {
            throw Problem.faulty(faults);
        }
        Wanted wanted = new Wanted(
                body.get(NAME).strip(),
                body.get(LANGUAGE).tag(),
                body.get(START),
                new VatRegistration(body.get(REGISTERED), body.get(VAT_FROM), body.get(VAT_TO), body.get(VAT_TERM)),
                new FiscalYear(Math.toIntExact(body.get(FISCAL_YEAR))),
                Math.toIntExact(body.get(DISPUTE_DAYS)));
        try {
            if (changeClient.run(request.client(), Actor.of(request.caller()), wanted) == Outcome.POSTED) {
                throw Problem.conflict("settings.fixed");
            }
        } catch (VatInUse used) {
            throw Problem.conflict("settings.vatBooked", used.bookedTo().toString());
        }
        chooseGranularity.run(request.client(), Actor.of(request.caller()), body.get(GRANULARITY));
        return shown(request);
    }

    /** What the settings tell may come back with them, but is not changed here. */
    private static List<Fault> faultsOfTold(Body body, Settings now) {
        List<Fault> faults = new ArrayList<>();
        String number = now.account().organisationNumber().digits();
        if (body.get(NUMBER).filter(given -> !given.equals(number)).isPresent()) {
            faults.add(Fault.of(NUMBER.name(), "settings.told.fault", number));
        }
        if (body.get(POSTED).filter(given -> given != now.isPosted()).isPresent()) {
            faults.add(Fault.of(POSTED.name(), "settings.told.fault", Boolean.toString(now.isPosted())));
        }
        return faults;
    }

    private static List<Fault> faults(Body body) {
        List<Fault> faults = new ArrayList<>();
        if (body.get(START).getYear() < SettingsForm.FIRST_YEAR) {
            faults.add(Fault.of(START.name(), "onboarding.startDate.fault"));
        }
        Optional<LocalDate> from = body.get(VAT_FROM);
        Optional<LocalDate> to = body.get(VAT_TO);
        if (!body.get(REGISTERED) && from.or(() -> to).isPresent()) {
            faults.add(Fault.of((from.isPresent() ? VAT_FROM : VAT_TO).name(), "settings.vatDates.fault"));
        }
        if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
            faults.add(Fault.of(VAT_TO.name(), "onboarding.vatTo.fault"));
        }
        return faults;
    }
}
