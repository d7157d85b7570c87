package no.avstemt.web.client;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import no.avstemt.application.client.ClientPicture;
import no.avstemt.application.client.ClientReads.DayAmount;
import no.avstemt.application.client.ClientReads.PaidOut;
import no.avstemt.application.client.ClientStore.ClientOverview;
import no.avstemt.application.client.Fetching;
import no.avstemt.application.finding.FindingStore.StoredFinding;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.chart.Chart;
import no.avstemt.web.chart.DayCharts;
import no.avstemt.web.chart.DayCharts.Words;
import no.avstemt.web.client.ClientPage.Known;
import no.avstemt.web.client.ClientPage.OpenFinding;
import no.avstemt.web.client.ClientPage.PayoutRow;
import no.avstemt.web.client.ClientPage.Standing;
import no.avstemt.web.finding.FindingText;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** Turns what is known of a client account into what its page says. */
final class ClientSheet {

    private static final int PAYOUTS_SHOWN = 8;

    private final ClientPicture picture;
    private final ClientOverview overview;
    private final ClientAccountId client;
    private final Texts texts;
    private final Formats formats;
    private final DayCharts charts;
    private final Optional<Fetching> fetching;

    ClientSheet(ClientPicture picture, Request request) {
        this.picture = picture;
        this.overview = picture.overview();
        this.client = overview.client().id();
        this.texts = request.texts();
        this.formats = request.formats();
        this.charts = new DayCharts(picture.days(), formats);
        this.fetching = picture.fetching();
    }

    ClientPage page(Frame frame, boolean fetch, List<Link> favourites) {
        ProofRows rows = new ProofRows(picture, texts, formats);
        String findings = Addresses.findings(client).toString();
        return new ClientPage(
                frame,
                client.toString(),
                overview.client().name(),
                about(),
                fetch,
                standing(),
                known(),
                picture.findings().stream().map(this::finding).toList(),
                overview.openFindings() > picture.findings().size()
                        ? texts.get("client.allFindings", formats.count(overview.openFindings()))
                        : "",
                findings,
                balance(),
                sales(),
                picture.payouts().stream()
                        .limit(PAYOUTS_SHOWN)
                        .map(this::payout)
                        .toList(),
                Addresses.payouts(client).toString(),
                rows.proofs(),
                rows.streams(),
                favourites);
    }

    private String about() {
        boolean registered = overview.client().vat().holdsOn(picture.today());
        String number = formats.organisationNumber(
                overview.client().organisationNumber().digits());
        return registered
                ? texts.get(
                        "client.about.vat",
                        number,
                        texts.get("client.vatTerm."
                                + overview.client().vat().term().name()))
                : texts.get("client.about.noVat", number);
    }

    private Standing standing() {
        boolean reconciled = overview.isReconciled();
        String difference = reconciled || overview.differs() ? formats.amounts(overview.differences()) : "";
        return fetching.map(going -> new Standing(
                        difference,
                        reconciled,
                        FetchingText.of(going, texts, formats),
                        Long.toString(going.done()),
                        Long.toString(Math.max(1, going.total()))))
                .orElseGet(() -> new Standing(difference, reconciled, standingText(reconciled), "", ""));
    }

    private String standingText(boolean reconciled) {
        return overview.failure()
                .map(why -> texts.get("client.failed", texts.get(why)))
                .or(() -> overview.bookedTo()
                        .map(to ->
                                texts.get(reconciled ? "client.reconciledTo" : "client.differsAt", formats.date(to))))
                .orElse(texts.get(overview.fetchedAt().isPresent() ? "client.nothingYet" : "client.nothingFetched"));
    }

    private List<Known> known() {
        List<Known> known = new ArrayList<>();
        String payouts = Addresses.payouts(client).toString();
        known.add(new Known(
                texts.get("client.atVipps"),
                formats.amounts(overview.atVipps()),
                texts.get("client.notPaidOut"),
                Addresses.settlementEntries(client).toString()));
        latestPayout()
                .ifPresent(paid -> known.add(new Known(
                        texts.get("client.latestPayout"),
                        formats.amount(paid.amount()),
                        PayoutRhythm.of(picture.payouts(), texts, formats),
                        payouts)));
        if (picture.defaultVat().entries() != 0) {
            known.add(new Known(
                    texts.get("client.defaultVat"),
                    formats.amount(picture.defaultVat().amount()),
                    picture.defaultVat()
                            .share()
                            .map(share -> texts.get("client.defaultVat.share", formats.rate(share)))
                            .orElseGet(() -> texts.get(
                                    "client.defaultVat.under",
                                    formats.count(picture.defaultVat().entries()))),
                    Addresses.postingRules(client).toString()));
        }
        overview.client()
                .vat()
                .nextDue(picture.today())
                .ifPresent(term -> known.add(new Known(
                        texts.get("client.vatDue"),
                        formats.date(term.due()),
                        texts.get(
                                "period.term.days",
                                formats.date(term.days().first()),
                                formats.date(term.days().last())),
                        Addresses.periods(client).toString())));
        return known;
    }

    private Optional<PaidOut> latestPayout() {
        return picture.payouts().stream().filter(paid -> !paid.isAborted()).findFirst();
    }

    private OpenFinding finding(StoredFinding stored) {
        FindingText text = FindingText.of(stored.finding(), texts, formats);
        return new OpenFinding(
                formats.date(stored.finding().ledgerDate()),
                text.title(),
                text.happened(),
                formats.amount(stored.finding().amount()),
                Addresses.finding(client, stored.id()).toString());
    }

    private PayoutRow payout(PaidOut paid) {
        return new PayoutRow(
                formats.date(paid.ledgerDate()),
                paid.number().orElse("–"),
                paid.isAborted() ? texts.get("client.payoutAborted") : "",
                formats.amount(paid.amount()),
                Addresses.settlementEntry(client, paid.settlementEntryId()).toString());
    }

    private Chart balance() {
        NavigableMap<LocalDate, Long> balances = DayCharts.byDay(picture.balances(), DayAmount::day, DayAmount::amount);
        Map<LocalDate, Long> paidOut = DayCharts.byDay(picture.payouts(), PaidOut::ledgerDate, PaidOut::amount);
        String now =
                balances.isEmpty() ? "" : formats.amount(balances.lastEntry().getValue());
        List<String> heads = List.of(texts.get("chart.day"), texts.get("chart.balance"), texts.get("chart.paidOut"));
        return charts.steps(new Words("balance", texts.get("client.balance"), now, heads), balances, paidOut);
    }

    private Chart sales() {
        NavigableMap<LocalDate, Long> sales = DayCharts.byDay(picture.sales(), DayAmount::day, DayAmount::amount);
        String latest = sales.isEmpty()
                ? ""
                : texts.get(
                        "chart.latest",
                        formats.date(sales.lastKey()),
                        formats.amount(sales.lastEntry().getValue()));
        List<String> heads = List.of(texts.get("chart.day"), texts.get("chart.sales"));
        return charts.bars(new Words("sales", texts.get("client.sales"), latest, heads), sales);
    }
}
