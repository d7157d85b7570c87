package no.avstemt.web.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.journal.CancelEntry;
import no.avstemt.application.journal.EntryOutcome;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.application.journal.EntryView;
import no.avstemt.application.journal.ReadEntry;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.web.file.AttachmentLists;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.frame.RailPage;
import no.avstemt.web.http.Back;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Problem;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Fact;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.page.Link;
import no.avstemt.web.page.Pager;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** One journal entry as a voucher. */
public final class JournalEntryPages {

    private static final Param<Long> ENTRY =
            Param.required("entry_id", ParamType.number(1, Long.MAX_VALUE / 10)).inPath();

    private static final int LONGEST_REASON = 500;
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final Param<String> REASON =
            Param.withDefault("reason", ParamType.anyText(2_000), "").inForm();

    private final ReadEntry readEntry;
    private final CancelEntry cancelEntry;
    private final AttachmentLists attachments;
    private final ClientFrames frames;

    public JournalEntryPages(
            ReadEntry readEntry, CancelEntry cancelEntry, AttachmentLists attachments, ClientFrames frames) {
        this.readEntry = readEntry;
        this.cancelEntry = cancelEntry;
        this.attachments = attachments;
        this.frames = frames;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/journal-entries/{entry_id}")
                        .toReaders()
                        .ofClient()
                        .takes(ENTRY, Back.PARAM)
                        .answers(RouteDraft.HTML)
                        .says("The page of one journal entry with its lines and what is behind each.")
                        .by(this::show),
                Route.post("/journal-entries/{entry_id}/cancel")
                        .toWriters()
                        .ofClient()
                        .takes(ENTRY, REASON, Back.PARAM)
                        .answers(RouteDraft.HTML)
                        .says("Cancels a posted entry by its reversal.")
                        .by(this::cancel));
    }

    private Reply cancel(Request request) {
        Texts texts = request.texts();
        String reason = request.get(REASON).strip();
        Faults faults = Faults.none();
        if (reason.isEmpty()) {
            faults.add(REASON.name(), texts.get("entry-cancel.noReason"));
            return again(request, UNPROCESSABLE, faults);
        }
        if (reason.length() > LONGEST_REASON) {
            faults.add(REASON.name(), texts.get("entry-form.tooLong", Integer.toString(LONGEST_REASON)));
            return again(request, UNPROCESSABLE, faults);
        }
        EntryOutcome outcome =
                cancelEntry.run(request.client(), Actor.of(request.caller()), request.get(ENTRY), reason);
        if (outcome instanceof EntryOutcome.Done done) {
            return Reply.seeOther(
                    Addresses.journalEntry(request.client(), done.entry().id()).toString());
        }
        if (outcome instanceof EntryOutcome.Refused refused) {
            String number = refused.other()
                    .map(ref -> ref.fiscalYear() + "/" + ref.number())
                    .orElse("");
            faults.add("", texts.get(refused.why().key(), number));
        }
        return again(request, CONFLICT, faults);
    }

    private Reply again(Request request, int status, Faults faults) {
        EntryView entry = readEntry.run(request.client(), request.get(ENTRY)).orElseThrow(Problem::notFound);
        return Reply.page(
                status,
                new View(
                        "journal/entry.jte",
                        page(request, entry, correcting(request, entry, request.get(REASON), faults))));
    }

    private JournalEntryPage.Correcting correcting(Request request, EntryView entry, String reason, Faults faults) {
        boolean mayWrite = request.caller().mayWrite();
        ClientAccountId client = request.client();
        Optional<LocalDate> day =
                mayWrite ? cancelEntry.reversalDate(client, entry.ref().id()) : Optional.empty();
        return new JournalEntryPage.Correcting(
                client.toString(),
                mayWrite ? Addresses.copy(client, entry.ref().id()).toString() : "",
                day.map(at -> "/journal-entries/" + entry.ref().id() + "/cancel")
                        .orElse(""),
                day.map(at -> request.texts()
                                .get("entry-cancel.says", request.formats().longDate(at)))
                        .orElse(""),
                faults,
                Field.text(REASON.name(), request.texts().get("entry-cancel.reason"), reason, faults),
                faults.any());
    }

    private Reply show(Request request) {
        EntryView entry = readEntry.run(request.client(), request.get(ENTRY)).orElseThrow(Problem::notFound);
        return Reply.page(
                new View("journal/entry.jte", page(request, entry, correcting(request, entry, "", Faults.none()))));
    }

    private JournalEntryPage page(Request request, EntryView entry, JournalEntryPage.Correcting correcting) {
        Texts texts = request.texts();
        String title = JournalEntryPage.title(entry.ref(), texts);
        long debit = entry.lines().stream()
                .mapToLong(line -> Math.max(line.amount(), 0))
                .reduce(0, Math::addExact);
        return new JournalEntryPage(
                frames.frame(request, RailPage.GENERAL_LEDGER, title, above(request)),
                title,
                entry.description(),
                EntryNotices.of(request, entry),
                facts(request, entry),
                entry.lines().stream().map(line -> line(request, entry, line)).toList(),
                request.formats().amount(debit),
                texts.get("journal.chain", request.formats().count(entry.chainPosition())),
                entry.hash().toString(),
                new Pager(
                        entry.previous().map(to -> address(request, to)).orElse(""),
                        entry.next().map(to -> address(request, to)).orElse("")),
                correcting,
                attachments.of(request, entry.ref().id(), false, List.of()));
    }

    private static List<Link> above(Request request) {
        Texts texts = request.texts();
        List<Link> above = new ArrayList<>();
        above.add(Link.to(
                texts.get("page.trial-balance"),
                Addresses.trialBalance(request.client()).toString()));
        Back.given(request, Addresses.generalLedger(request.client()))
                .ifPresent(list -> above.add(Link.to(texts.get("page.general-ledger"), list)));
        return above;
    }

    private static List<Fact> facts(Request request, EntryView entry) {
        Texts texts = request.texts();
        Formats formats = request.formats();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(texts.get("journal.postingDate"), formats.date(entry.postingDate())));
        facts.add(VoucherWords.fact(entry.voucher(), request));
        facts.add(Fact.linked(
                texts.get("vouchers.open"),
                texts.get("vouchers.show"),
                Addresses.voucherOfEntry(request.client(), entry.ref().id())));
        entry.document().ifPresent(document -> facts.add(document(document, request)));
        facts.add(Fact.of(texts.get("journal.createdBy"), entry.createdBy()));
        facts.add(Fact.of(texts.get("journal.createdAt"), formats.dateAndTime(entry.createdAt())));
        return facts;
    }

    private static Fact document(EntryView.OfDocument document, Request request) {
        String key = "register.document_type." + document.type();
        String type = request.texts().has(key) ? request.texts().get(key) : document.type();
        return Fact.linked(
                request.texts().get("entry-form.document"),
                type + " " + document.number(),
                Addresses.document(request.client(), document.id()));
    }

    private static JournalEntryPage.Line line(Request request, EntryView entry, EntryView.Line line) {
        Formats formats = request.formats();
        ClientAccountId client = request.client();
        return new JournalEntryPage.Line(
                Integer.toString(line.lineNo()),
                line.account().code() + " "
                        + line.account().name(request.language().tag()),
                Trail.account(client, line.account(), entry.postingDate()).toString(),
                ForeignLine.text(line, request),
                concerns(line, request),
                tax(line, request),
                line.amount() >= 0 ? formats.amount(line.amount()) : "",
                line.amount() < 0 ? formats.amount(Math.negateExact(line.amount())) : "",
                behind(line, request),
                behindAddress(client, entry, line));
    }

    /** A line carries settlement entries, or sales that moved no money at Vipps, or was made by hand. */
    private static String behind(EntryView.Line line, Request request) {
        Texts texts = request.texts();
        Formats formats = request.formats();
        if (line.settlementEntries() > 0) {
            return line.settlementEntries() == 1
                    ? texts.get("journal.behindOne")
                    : texts.get("journal.behind", formats.count(line.settlementEntries()));
        }
        if (line.sales() > 0) {
            return line.sales() == 1
                    ? texts.get("journal.behindSale")
                    : texts.get("journal.behindSales", formats.count(line.sales()));
        }
        return "";
    }

    private static String behindAddress(ClientAccountId client, EntryView entry, EntryView.Line line) {
        long id = entry.ref().id();
        if (line.settlementEntries() > 0) {
            return Addresses.behindLine(client, id, line.lineNo()).toString();
        }
        return line.sales() > 0
                ? Addresses.salesBehindLine(client, id, line.lineNo()).toString()
                : "";
    }

    private static String concerns(EntryView.Line line, Request request) {
        return line.dimensions().stream()
                .map(about -> about.ref().type() == DimensionType.BANKACC
                        ? about.name()
                        : dimension(about.ref().type(), request) + " " + about.name())
                .collect(Collectors.joining(", "));
    }

    private static String dimension(DimensionType type, Request request) {
        String key = "dimension." + type.apiName();
        return request.texts().get(key);
    }

    /** The base without its sign: which side it is on stands beside it. */
    private static String tax(EntryView.Line line, Request request) {
        return line.taxCode()
                .map(code -> line.taxBase()
                        .map(base -> request.texts()
                                .get(
                                        "journal.taxWithBase",
                                        code,
                                        request.formats().amount(Math.abs(base))))
                        .orElse(code))
                .orElse("");
    }

    /** Of another entry, from which the way back is the same. */
    static String address(Request request, EntryRef other) {
        Address entry = Addresses.journalEntry(request.client(), other.id());
        return Back.given(request, Addresses.generalLedger(request.client()))
                .map(list -> Back.with(entry, list))
                .orElse(entry)
                .toString();
    }
}
