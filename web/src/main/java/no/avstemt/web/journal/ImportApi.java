package no.avstemt.web.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.access.Language;
import no.avstemt.application.journal.ImportEntries.Imported;
import no.avstemt.application.journal.ImportEntries.Missing;
import no.avstemt.application.journal.ImportEntries.Numbers;
import no.avstemt.application.journal.ImportEntries.Outcome;
import no.avstemt.application.journal.ImportEntries.Refused;
import no.avstemt.application.journal.ImportEntries.Sum;
import no.avstemt.application.journal.ImportProblem;
import no.avstemt.application.journal.SpooledFile;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.period.MonthNotOpen;
import no.avstemt.web.api.Fault;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.journal.TakeEntries.Sent;
import no.avstemt.web.journal.TakeEntries.Wish;
import no.avstemt.web.text.Texts;

/** {@code POST /api/v2/journal-entries/import}: a file of entries, all of it or nothing. */
public final class ImportApi {

    private static final String CSV = "text/csv";
    private static final String JSON_LINES = "application/x-ndjson";
    private static final int SHOWN_OF_HASH = 12;

    /** As all errors of the API. */
    private static final Texts ERRORS = Texts.in(Language.ENGLISH);

    private static final Param<Boolean> PREVIEW = Param.withDefault("preview", ParamType.flag(), "false");
    private static final Param<Boolean> CREATE_MISSING = Param.withDefault("create_missing", ParamType.flag(), "false");
    private static final Param<Optional<String>> FILE_NAME = Param.optional("file_name", ParamType.text(200));
    private static final Param<Optional<String>> HELD_REASON = Param.optional("reason", ParamType.text(500))
            .describedAs("Why what is dated in a held month is posted all the same; kept with those entries.");

    private static final Resource<Numbers> NUMBERS = Resource.<Numbers>named("ImportedNumbers")
            .with("fiscal_year", Kind.number(1900, 2200), year -> (long) year.fiscalYear())
            .with("first", Kind.id(), Numbers::first)
            .with("last", Kind.id(), Numbers::last);

    private static final Resource<Map.Entry<AccountCode, Sum>> ACCOUNT = Resource.<Map.Entry<AccountCode, Sum>>named(
                    "ImportedAccount")
            .with("account_code", Kind.text(8), sum -> sum.getKey().digits())
            .with("debit", Kind.amount(), sum -> sum.getValue().debit())
            .with("credit", Kind.amount(), sum -> sum.getValue().credit());

    private static final Resource<Told> IMPORTED = Resource.<Told>named("ImportedJournalEntries")
            .with("preview", Kind.flag(), Told::preview)
            .with(
                    "entries",
                    Kind.number(0, Long.MAX_VALUE),
                    told -> told.imported().entries())
            .with(
                    "lines",
                    Kind.number(0, Long.MAX_VALUE),
                    told -> told.imported().lines())
            .each("numbers", NUMBERS, told -> told.imported().numbers())
            .each(
                    "accounts",
                    ACCOUNT,
                    told -> List.copyOf(told.imported().sums().entrySet()));

    private record Told(Imported imported, boolean preview) {}

    private final TakeEntries takeEntries;
    private final long most;

    /** @param most bytes that are taken at once */
    public ImportApi(TakeEntries takeEntries, long most) {
        this.takeEntries = takeEntries;
        this.most = most;
    }

    public List<Route> routes() {
        return List.of(Route.post("/api/v2/journal-entries/import")
                .toWriters()
                .ofClient()
                .takes(PREVIEW, CREATE_MISSING, FILE_NAME, HELD_REASON)
                .streams(CSV, JSON_LINES)
                .gives(200, IMPORTED)
                .says("Posts a file of entries, all of it or nothing: text/csv with a header row (entry_id, date,"
                        + " account, description, debit_minor and credit_minor in \u00f8re or debit and credit in"
                        + " kroner; project, department, partner, bank_account, tax_code, tax_base, tax_amount,"
                        + " currency, rate, document, document_date, due_date, payment_ref), or one entry in JSON a"
                        + " line. Rows of an entry stand together: the same entry_id after another one begins a new"
                        + " entry. An entry is about one document. A row in another currency without a rate takes"
                        + " that of its date from the exchange rates, at most 7 days back. Base and tax of a row with a"
                        + " tax code follow the rules of a journal entry's line. What an account asks a"
                        + " line to be about is demanded wherever the file has a column for it; the accounts of"
                        + " Vipps always ask for their ledger, in bank_account. A preview is the same posting,"
                        + " undone.")
                .by(this::take));
    }

    private Reply take(Request request) {
        try (SpooledFile file = SpooledFile.of(request.stream(), most)) {
            Outcome outcome = takeEntries.run(request, file, sent(request), wish(request));
            if (outcome instanceof Imported imported) {
                return Reply.json(IMPORTED.json(new Told(imported, request.get(PREVIEW))));
            }
            throw refused((Refused) outcome);
        } catch (MonthNotOpen e) { // closed since the file was checked
            throw Problem.conflict(
                    "period.month." + e.state().apiName(), e.month().toString());
        } catch (SpooledFile.TooLarge e) {
            throw new Problem(413, "import.tooLarge", Long.toString(most >> 20));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sent sent(Request request) {
        String name = request.get(FILE_NAME)
                .orElseGet(() -> "import-"
                        + HexFormat.of().formatHex(request.bodySha256()).substring(0, SHOWN_OF_HASH));
        return new Sent(name, request.mediaType().equals(JSON_LINES), ERRORS);
    }

    private static Wish wish(Request request) {
        Missing missing = request.get(CREATE_MISSING) ? Missing.CREATE : Missing.REFUSE;
        return new Wish(request.get(PREVIEW), missing, request.get(HELD_REASON));
    }

    private static Problem refused(Refused refused) {
        List<Fault> faults = new ArrayList<>();
        refused.problems().forEach(problem -> faults.add(new Fault(place(problem), ImportWords.message(problem))));
        ImportWords.more(refused).ifPresent(more -> faults.add(new Fault("", more)));
        return Problem.faulty(faults);
    }

    private static String place(ImportProblem problem) {
        String field = problem.place().field();
        return problem.line() == 0 ? "" : "line " + problem.line() + (field.isEmpty() ? "" : " " + field);
    }
}
