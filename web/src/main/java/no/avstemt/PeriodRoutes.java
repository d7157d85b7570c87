package no.avstemt;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.client.ChangeClient;
import no.avstemt.application.period.ChangePeriod;
import no.avstemt.application.period.ShowPeriods;
import no.avstemt.application.personal.KeepPersonalData;
import no.avstemt.application.posting.ChooseGranularity;
import no.avstemt.web.client.ClientSettingsApi;
import no.avstemt.web.client.SettingsPages;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Route;
import no.avstemt.web.period.PeriodApi;
import no.avstemt.web.period.PeriodPages;
import no.avstemt.web.personal.PersonalDataApi;
import no.avstemt.web.personal.PersonalDataPages;

/** Months and VAT terms, and the settings that they follow from, for people and programs. */
final class PeriodRoutes {

    private PeriodRoutes() {}

    static List<Route> of(UnitOfWork unit, ClientFrames frames, Clock clock) {
        ShowPeriods show = new ShowPeriods(unit, clock);
        ChangePeriod change = new ChangePeriod(unit, clock);
        ChangeClient settings = new ChangeClient(unit, clock);
        ChooseGranularity granularity = new ChooseGranularity(unit, clock);
        KeepPersonalData personalData = new KeepPersonalData(unit, clock);
        return Stream.of(
                        new PeriodPages(show, change, frames).routes(),
                        new PeriodApi(show, change).routes(),
                        new SettingsPages(settings, granularity, frames).routes(),
                        new ClientSettingsApi(settings, granularity).routes(),
                        new PersonalDataPages(personalData, frames).routes(),
                        new PersonalDataApi(personalData).routes())
                .flatMap(List::stream)
                .toList();
    }
}
