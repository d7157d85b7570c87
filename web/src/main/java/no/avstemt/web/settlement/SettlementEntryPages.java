package no.avstemt.web.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.avstemt.application.finding.FindingStore.StoredFinding;
import no.avstemt.application.personal.KeepPersonalData;
import no.avstemt.application.settlement.EntryQuery.BehindLine;
import no.avstemt.application.settlement.ReadSettlementEntry;
import no.avstemt.application.settlement.ReadSettlementEntry.Found;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.StoredEntry;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.web.finding.FindingText;
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
import no.avstemt.web.journal.Trail;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Fact;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;
import no.avstemt.web.personal.Payer;
import no.avstemt.web.settlement.SettlementEntryPage.Remark;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** One settlement entry: what it is, where it is booked, what belongs to it, and the row as Vipps gave it. */
public final class SettlementEntryPages {

    private static final Param<Long> ID = Param.required(
                    "settlement_entry_id", ParamType.number(1, Long.MAX_VALUE / 10))
            .inPath();

    private final ReadSettlementEntry readEntry;
    private final KeepPersonalData keepPersonalData;
    private final ClientFrames frames;

    public SettlementEntryPages(ReadSettlementEntry readEntry, KeepPersonalData keepPersonalData, ClientFrames frames) {
        this.readEntry = readEntry;
        this.keepPersonalData = keepPersonalData;
        this.frames = frames;
    }

    public List<Route> routes() {
        return List.of(Route.get("/settlement-entries/{settlement_entry_id}")
                .toReaders()
                .ofClient()
                .takes(ID, LineParams.ENTRY, LineParams.LINE, Back.PARAM)
                .answers(RouteDraft.HTML)
                .says("The page of one settlement entry, with the JSON as Vipps gave it.")
                .by(this::show));
    }

    private Reply show(Request request) {
        Optional<BehindLine> cameFrom = LineParams.of(request);
        Found found = readEntry.run(request.client(), request.get(ID), cameFrom).orElseThrow(Problem::notFound);
        return Reply.page(new View("settlement/entry.jte", page(request, found, cameFrom)));
    }

    /** While it is kept; where it was not asked for there is none. */
    private List<Fact> payer(Request request) {
        return keepPersonalData
                .of(request.client(), request.get(ID))
                .map(stored -> Payer.facts(stored, request.texts()))
                .orElse(List.of());
    }

    private SettlementEntryPage page(Request request, Found found, Optional<BehindLine> cameFrom) {
        SettlementEntry entry = found.raw().stored().entry();
        String type = EntryWords.type(entry, request.texts());
        String title = entry.type() == EntryType.PAYOUT_SCHEDULED || entry.type() == EntryType.PAYOUT_ABORTED
                ? type + " " + entry.payoutNumber().orElse("")
                : type;
        return new SettlementEntryPage(
                frame(request, title.strip(), found, cameFrom),
                title.strip(),
                entry.vippsType(),
                figures(entry, request),
                Stream.concat(facts(found, request).stream(), payer(request).stream())
                        .toList(),
                BookedLines.of(
                        found.bookings().stream()
                                .filter(booking -> booking.sourceId()
                                        == found.raw().stored().id())
                                .toList(),
                        request),
                belongs(found, request),
                found.findings().stream()
                        .map(finding -> remark(finding, request))
                        .toList(),
                related(found, request),
                RawJson.indented(found.raw().raw()));
    }

    private Frame frame(Request request, String title, Found found, Optional<BehindLine> cameFrom) {
        Link list = Link.to(
                request.texts().get("page.settlement-entries"),
                Back.to(
                        request,
                        cameFrom.map(line -> Addresses.behindLine(request.client(), line.entryId(), line.lineNo()))
                                .orElse(Addresses.settlementEntries(request.client()))));
        List<Link> between = new ArrayList<>();
        cameFrom.ifPresent(line -> found.above()
                .ifPresent(entry -> between.addAll(Trail.toEntry(request.client(), entry, line.lineNo(), request))));
        between.add(list);
        return frames.frame(request, RailPage.SETTLEMENT_ENTRIES, title, between);
    }

    private static List<Fact> figures(SettlementEntry entry, Request request) {
        Texts texts = request.texts();
        Formats formats = request.formats();
        Money before = new Money(entry.balanceBefore(), entry.amount().currency());
        Money after = new Money(entry.balanceAfter(), entry.amount().currency());
        return List.of(
                Fact.of(texts.get("column.amount"), EntryWords.amount(entry.amount(), formats)),
                Fact.of(texts.get("entry.balanceBefore"), EntryWords.amount(before, formats)),
                Fact.of(texts.get("column.balance"), EntryWords.amount(after, formats)));
    }

    private static List<Fact> facts(Found found, Request request) {
        Texts texts = request.texts();
        SettlementEntry entry = found.raw().stored().entry();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.linked(
                texts.get("column.ledger_date"),
                request.formats().date(entry.ledgerDate()),
                Addresses.settlementEntries(request.client())
                        .with(EntryFilter.LEDGER.name(), entry.ledger())
                        .with(EntryFilter.TYPE.name(), entry.topic().vippsName())
                        .with(EntryFilter.DATE_FROM.name(), entry.ledgerDate())
                        .with(EntryFilter.DATE_TO.name(), entry.ledgerDate())));
        facts.add(Fact.of(texts.get("entry.time"), request.formats().dateAndTime(entry.time())));
        facts.add(Fact.of(
                texts.get("entry.ledger"),
                texts.get(
                        "entry.ledgerAndTopic",
                        entry.ledger().value(),
                        texts.get("topic." + entry.topic().vippsName()))));
        entry.recipientHandle()
                .ifPresent(handle -> facts.add(Fact.of(
                        texts.get("column.unit"), new EntryRows(request, List.of(), found.units()).unit(handle))));
        entry.reference()
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> facts.add(named(texts.get("column.reference"), text, request)));
        entry.pspReference()
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> facts.add(named(texts.get("column.psp"), text, request)));
        facts.add(Fact.of(
                texts.get("entry.position"),
                texts.get(
                        "entry.positionOf", request.formats().count(found.raw().feedPosition()))));
        return facts;
    }

    /** Everything else of the same name. */
    private static Fact named(String label, String text, Request request) {
        return Fact.linked(
                label, text, Addresses.settlementEntries(request.client()).with(EntryFilter.SEARCH.name(), text));
    }

    private static List<Fact> belongs(Found found, Request request) {
        Texts texts = request.texts();
        List<Fact> facts = new ArrayList<>();
        found.sale()
                .ifPresent(sale -> facts.add(Fact.linked(
                        texts.get("entry.sale"),
                        texts.get(
                                "entry.saleOf",
                                sale.sale().reference(),
                                request.formats().dateAndTime(sale.sale().time())),
                        Addresses.sale(request.client(), sale.id()))));
        found.payout()
                .ifPresent(payout -> facts.add(Fact.linked(
                        texts.get("entry.payout"),
                        texts.get(
                                "entry.payoutOf",
                                payout.entry().payoutNumber().orElse(""),
                                request.formats().date(payout.entry().ledgerDate())),
                        Addresses.settlementEntry(request.client(), payout.id()))));
        return facts;
    }

    private static Remark remark(StoredFinding stored, Request request) {
        FindingText text = FindingText.of(stored.finding(), request.texts(), request.formats());
        return new Remark(
                stored.finding().code().number() + " " + text.title(),
                text.happened(),
                text.todo(),
                EntryWords.amount(stored.finding().amount(), request.formats()),
                stored.closedAt()
                        .map(at -> request.texts()
                                .get("entry.findingClosed", request.formats().dateAndTime(at)))
                        .orElse(""),
                Addresses.finding(request.client(), stored.id()).toString());
    }

    private static List<EntryTable> related(Found found, Request request) {
        EntryRows rows = new EntryRows(request, found.bookings(), found.units());
        boolean isFee = found.raw().stored().entry().topic() == Topic.FEES;
        return Stream.of(
                        related(rows, isFee ? "entry.captureOfFee" : "entry.fees", found.otherTopic(), request),
                        related(rows, "entry.sameOrder", found.sameOrder(), request))
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private static EntryTable related(EntryRows rows, String key, List<StoredEntry> entries, Request request) {
        return rows.table(request.texts().get(key), entries);
    }
}
