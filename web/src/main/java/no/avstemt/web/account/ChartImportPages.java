package no.avstemt.web.account;

import java.nio.charset.StandardCharsets;
import java.util.List;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.chart.ChartFile;
import no.avstemt.application.chart.ImportChart;
import no.avstemt.application.chart.ImportChart.Imported;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.Tally;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Faults;
import no.avstemt.web.table.BroughtTable;

/** Takes accounts in from a file, or pasted from a spreadsheet. */
public final class ChartImportPages {

    private static final String PATH = Addresses.CHART + "/import";
    private static final Param<String> TEXT = BroughtTable.pasted("accounts");
    private static final Tally DONE = new Tally("chart.import.done", 3);

    private final ImportChart importChart;
    private final ChartFrames frames;

    public ChartImportPages(ImportChart importChart, ClientFrames frames) {
        this.importChart = importChart;
        this.frames = new ChartFrames(frames);
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH)
                        .toWriters()
                        .ofClient()
                        .takes(DONE.param())
                        .answers(RouteDraft.HTML)
                        .says("The form that takes accounts in.")
                        .by(request -> page(request, 200, "", DONE.sentence(request), List.of())),
                Route.post(PATH)
                        .toWriters()
                        .ofClient()
                        .takes(TEXT)
                        .files(BroughtTable.FILE, BroughtTable.MOST_BYTES)
                        .answers(RouteDraft.HTML)
                        .says("Takes accounts in, all or none.")
                        .by(this::takeIn));
    }

    private Reply takeIn(Request request) {
        BroughtTable brought = BroughtTable.of(request, TEXT);
        if (brought.fault().isPresent()) {
            Faults faults = Faults.none();
            faults.add(BroughtTable.FILE, request.texts().get(brought.fault().get()));
            return page(request, 422, "", "", faults, List.of());
        }
        String text = brought.text();
        Imported imported =
                importChart.run(request.client(), Actor.of(request.caller()), text.getBytes(StandardCharsets.UTF_8));
        if (!imported.faults().isEmpty()) {
            List<String> lines = imported.faults().stream()
                    .map(fault -> Refusals.text(fault, request.texts(), request.formats()))
                    .toList();
            return page(request, 422, text, "", lines);
        }
        Address page = Addresses.chart(request.client(), "import");
        return DONE.seenAt(page, imported.added(), imported.changed(), imported.unchanged());
    }

    private Reply page(Request request, int status, String text, String done, List<String> lines) {
        Faults faults = Faults.none();
        if (!lines.isEmpty()) {
            faults.add(
                    "accounts",
                    request.texts().get("chart.import.faults", request.formats().count(lines.size())));
        }
        return page(request, status, text, done, faults, lines);
    }

    private Reply page(Request request, int status, String text, String done, Faults faults, List<String> lines) {
        return Reply.page(
                status,
                new View(
                        "account/import.jte",
                        new ChartImportPage(
                                frames.below(request, request.texts().get("chart.import")),
                                request.client().toString(),
                                text,
                                done,
                                String.join(";", ChartFile.COLUMNS),
                                faults,
                                lines)));
    }
}
