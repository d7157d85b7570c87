package no.avstemt;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.currency.BookWaiting;
import no.avstemt.application.currency.KeepRates;
import no.avstemt.application.journal.Post;
import no.avstemt.application.opening.OpenBooks;
import no.avstemt.application.posting.EditTerms;
import no.avstemt.application.posting.PostDays;
import no.avstemt.application.posting.SettleDispute;
import no.avstemt.application.posting.ShowTerms;
import no.avstemt.application.reconciliation.CheckLedger;
import no.avstemt.application.watch.ConfirmChange;
import no.avstemt.application.watch.TakeSalesUnit;
import no.avstemt.web.connection.NewUnitRoutes;
import no.avstemt.web.currency.RateApi;
import no.avstemt.web.currency.RatePages;
import no.avstemt.web.finding.ConfirmRoutes;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Route;
import no.avstemt.web.posting.DisputeRoutes;
import no.avstemt.web.posting.OpeningApi;
import no.avstemt.web.posting.OpeningPages;
import no.avstemt.web.posting.PostingRulesPages;
import no.avstemt.web.posting.TermsApi;
import no.avstemt.web.text.PostedWords;

/** How a client account is booked: opening balances, categories, posting rules, default VAT, exchange rates. */
final class PostingRoutes {

    private PostingRoutes() {}

    static List<Route> of(UnitOfWork unit, ClientFrames frames, Clock clock) {
        ShowTerms show = new ShowTerms(unit, clock);
        EditTerms edit = new EditTerms(unit, clock);
        Post post = new Post(clock);
        CheckLedger checkLedger = new CheckLedger(unit, clock);
        OpenBooks openBooks = new OpenBooks(unit, post, PostedWords::opening, checkLedger, clock);
        KeepRates keepRates = keepRates(unit, post, checkLedger, clock);
        SettleDispute settleDispute = new SettleDispute(unit, post, PostedWords::in, checkLedger, clock);
        return Stream.of(
                        new DisputeRoutes(settleDispute).routes(),
                        new ConfirmRoutes(new ConfirmChange(unit, clock)).routes(),
                        new NewUnitRoutes(new TakeSalesUnit(unit, clock), frames).routes(),
                        new TermsApi(show, edit).routes(),
                        new OpeningApi(openBooks).routes(),
                        new RateApi(keepRates).routes(),
                        new RatePages(keepRates, frames, clock).routes(),
                        new PostingRulesPages(show, edit, frames, clock).routes(),
                        new OpeningPages(openBooks, frames).routes())
                .flatMap(List::stream)
                .toList();
    }

    private static KeepRates keepRates(UnitOfWork unit, Post post, CheckLedger checkLedger, Clock clock) {
        PostDays postDays = new PostDays(unit, post, PostedWords::in, clock);
        return new KeepRates(unit, new BookWaiting(unit, postDays, checkLedger), clock);
    }
}
