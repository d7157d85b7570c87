package no.avstemt.web.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.chart.ChartFile;
import no.avstemt.application.chart.ChartRefused;
import no.avstemt.application.chart.EditAccounts;
import no.avstemt.application.chart.ImportChart;
import no.avstemt.application.chart.ImportChart.Imported;
import no.avstemt.application.chart.ShowChart;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;

/** {@code /api/v2/accounts}: the chart of one client account. */
public final class AccountApi {

    static final String CSV = "text/csv";

    private static final String PATH = "/api/v2/accounts";
    private static final int LONGEST_FILE = 4 << 20;
    private static final Resource<Imported> IMPORTED = Resource.<Imported>named("ImportedChart")
            .with("added", Kind.number(0, Integer.MAX_VALUE), imported -> (long) imported.added())
            .with("changed", Kind.number(0, Integer.MAX_VALUE), imported -> (long) imported.changed())
            .with("unchanged", Kind.number(0, Integer.MAX_VALUE), imported -> (long) imported.unchanged());

    private final ShowChart showChart;
    private final EditAccounts editAccounts;
    private final ImportChart importChart;

    public AccountApi(ShowChart showChart, EditAccounts editAccounts, ImportChart importChart) {
        this.showChart = showChart;
        this.editAccounts = editAccounts;
        this.importChart = importChart;
    }

    public List<Route> routes() {
        return Stream.of(files(), reading(), writing()).flatMap(List::stream).toList();
    }

    private List<Route> reading() {
        return List.of(
                Route.get(PATH)
                        .toReaders()
                        .ofClient()
                        .takes(Paged.SEARCH)
                        .lists(AccountShapes.ACCOUNT)
                        .says("The chart of accounts, in order of account number; search looks at number and names.")
                        .by(this::list),
                Route.get(PATH + "/{id}")
                        .toReaders()
                        .ofClient()
                        .takes(Param.ID)
                        .gives(200, AccountShapes.ACCOUNT)
                        .says("One account.")
                        .by(request -> Reply.json(one(request.client(), request.get(Param.ID)))));
    }

    private List<Route> writing() {
        return List.of(
                Route.post(PATH)
                        .toWriters()
                        .ofClient()
                        .body(AccountShapes.NEW_ACCOUNT)
                        .gives(201, AccountShapes.ACCOUNT)
                        .conflicts("the chart has an account with this number")
                        .says("Adds an account.")
                        .by(this::add),
                Route.put(PATH + "/{id}")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .body(AccountShapes.CHANGED_ACCOUNT)
                        .gives(200, AccountShapes.ACCOUNT)
                        .conflicts("what stands on the account, or a role that it has, forbids the change")
                        .says("Changes everything of an account but its number.")
                        .by(this::change),
                Route.delete(PATH + "/{id}")
                        .toWriters()
                        .ofClient()
                        .takes(Param.ID)
                        .givesNothing()
                        .conflicts("the account has postings or a role; deactivate it instead")
                        .says("Deletes an account without postings.")
                        .by(this::remove));
    }

    private List<Route> files() {
        return List.of(
                Route.get(PATH + "/export")
                        .toReaders()
                        .ofClient()
                        .answers(CSV)
                        .says("The chart of accounts as a file: semicolons, UTF-8 with a byte order mark.")
                        .by(request -> download(showChart, request)),
                Route.post(PATH + "/import")
                        .toWriters()
                        .ofClient()
                        .streams(CSV)
                        .gives(200, IMPORTED)
                        .says("Takes accounts in from a file, all or none; accounts that the file lacks stay.")
                        .by(this::takeIn));
    }

    static Reply download(ShowChart showChart, Request request) {
        byte[] file = ChartFile.write(showChart.accounts(request.client()));
        return Reply.stream(CSV, (out, rendering) -> out.write(file)).asDownload("accounts.csv");
    }

    private Reply list(Request request) {
        return Reply.json(Paged.of(request)
                .envelope(
                        showChart.accounts(request.client(), request.get(Paged.SEARCH)), AccountShapes.ACCOUNT::json));
    }

    private Map<String, Object> one(ClientAccountId client, long id) {
        return AccountShapes.ACCOUNT.json(showChart.account(client, id).orElseThrow(Problem::notFound));
    }

    private Reply add(Request request) {
        long id = refusedAsProblem(() -> editAccounts.add(
                request.client(),
                Actor.of(request.caller()),
                request.body().get(AccountShapes.ACCOUNT_CODE),
                AccountShapes.fields(request.body())));
        return Reply.created(one(request.client(), id));
    }

    private Reply change(Request request) {
        long id = request.get(Param.ID);
        boolean found = refusedAsProblem(() -> editAccounts.change(
                request.client(),
                Actor.of(request.caller()),
                id,
                AccountShapes.fields(request.body()),
                request.body().get(AccountShapes.REASON).orElse("")));
        if (!found) {
            throw Problem.notFound();
        }
        return Reply.json(one(request.client(), id));
    }

    private Reply remove(Request request) {
        boolean found = refusedAsProblem(
                () -> editAccounts.remove(request.client(), Actor.of(request.caller()), request.get(Param.ID)));
        if (!found) {
            throw Problem.notFound();
        }
        return Reply.done();
    }

    private Reply takeIn(Request request) {
        Imported imported = importChart.run(request.client(), Actor.of(request.caller()), file(request));
        if (!imported.faults().isEmpty()) {
            throw Refusals.problem(imported.faults());
        }
        return Reply.json(IMPORTED.json(imported));
    }

    private static byte[] file(Request request) {
        try (InputStream stream = request.stream()) {
            byte[] file = stream.readNBytes(LONGEST_FILE + 1);
            if (file.length > LONGEST_FILE) {
                throw new Problem(413, "error.tooLarge", Integer.toString(LONGEST_FILE / 1024));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T refusedAsProblem(Supplier<T> change) {
        try {
            return change.get();
        } catch (ChartRefused refused) {
            throw Refusals.problem(refused);
        }
    }
}
