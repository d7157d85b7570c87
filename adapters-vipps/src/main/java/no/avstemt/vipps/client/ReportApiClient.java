package no.avstemt.vipps.client;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.avstemt.application.sale.SalePage;
import no.avstemt.application.settlement.EntryPage;
import no.avstemt.application.settlement.LedgerList;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import no.avstemt.vipps.wire.UnreadableAnswer;
import no.avstemt.vipps.wire.WireEntryPage;
import no.avstemt.vipps.wire.WireLedgerPage;
import no.avstemt.vipps.wire.WireSalePage;

/**
 * Vipps's Settlement, Report and Sales APIs, or whatever speaks their paths, with one set of keys. Any thread may call,
 * but no two should read the same stream at once.
 */
public final class ReportApiClient implements SettlementSource {

    private static final int MOST_LEDGER_PAGES = 1000;

    private final VippsConnection connection;
    private final VippsHttp http;
    private final Failures failures;
    private final AccessTokens tokens;
    private final boolean withPersonalData;

    public ReportApiClient(VippsConnection connection, Clock clock) {
        this(connection, HttpLimits.of(connection), clock);
    }

    public ReportApiClient(VippsConnection connection, HttpLimits limits, Clock clock) {
        this.connection = connection;
        this.http = new VippsHttp(limits, clock);
        this.failures = new Failures(connection);
        this.tokens = new AccessTokens(connection, http, failures, clock);
        this.withPersonalData = false;
    }

    private ReportApiClient(ReportApiClient other, boolean withPersonalData) {
        this.connection = other.connection;
        this.http = other.http;
        this.failures = other.failures;
        this.tokens = other.tokens;
        this.withPersonalData = withPersonalData;
    }

    /** Shares token and pace with this one. */
    @Override
    public SettlementSource withPersonalData() {
        return new ReportApiClient(this, true);
    }

    @Override
    public List<Ledger> ledgers() {
        return list().ledgers();
    }

    /**
     * Goes on while the cursor moves and pages hold something (vipps-apis.md 3.1). A page that repeats the cursor it was
     * asked with and tells nothing new may be the page before once more: it is asked for again, and if it is the same, the
     * list is not known to be whole.
     */
    LedgerList list() {
        Map<LedgerId, Ledger> ledgers = new LinkedHashMap<>();
        Optional<String> cursor = Optional.empty();
        for (int page = 0; page < MOST_LEDGER_PAGES; page++) {
            Question question = Question.ledgers(cursor);
            WireLedgerPage list = ledgerPage(question);
            if (isRepeated(list, cursor, ledgers)) {
                list = ledgerPage(question);
            }
            boolean repeated = isRepeated(list, cursor, ledgers);
            list.ledgers().forEach(ledger -> ledgers.put(ledger.id(), ledger));
            boolean atEnd = list.cursor().isEmpty()
                    || list.cursor().equals(cursor)
                    || list.ledgers().isEmpty();
            if (atEnd) {
                return new LedgerList(List.copyOf(ledgers.values()), !repeated);
            }
            cursor = list.cursor();
        }
        throw failures.endlessList(Question.ledgers(cursor).toString(), MOST_LEDGER_PAGES);
    }

    private static boolean isRepeated(WireLedgerPage page, Optional<String> cursor, Map<LedgerId, Ledger> known) {
        return cursor.isPresent()
                && page.cursor().equals(cursor)
                && !page.ledgers().isEmpty()
                && page.ledgers().stream().allMatch(ledger -> known.containsKey(ledger.id()));
    }

    private WireLedgerPage ledgerPage(Question question) {
        Answer answer = ask(question);
        return switch (answer.status()) {
            case Answer.OK -> read(question, answer, WireLedgerPage::of);
            case Answer.NO_CONTENT -> new WireLedgerPage(List.of(), Optional.empty());
            default -> throw failures.ofStatus(question.toString(), answer);
        };
    }

    /** An answer without content promises nothing: neither that there is more nor that all has been read. */
    @Override
    public EntryPage feed(LedgerId ledger, Topic topic, Optional<String> cursor) {
        Question question = Question.feed(ledger, topic, given(cursor)).asking(withPersonalData);
        Answer answer = ask(question);
        return switch (answer.status()) {
            case Answer.OK ->
                asked(read(
                        question,
                        answer,
                        body -> WireEntryPage.ofFeed(body).toFeedPage(ledger, topic, question.cursor())));
            case Answer.NO_CONTENT -> new EntryPage(List.of(), question.cursor(), false, false);
            case Answer.NOT_FOUND -> {
                requireListed(question, ledger, answer);
                throw failures.listedButNotFound(question.toString(), ledger, answer);
            }
            default -> throw failures.ofStatus(question.toString(), answer);
        };
    }

    /** A date that is not found of a ledger that is listed is a date that is not closed (vipps-apis.md 4.3). */
    @Override
    public EntryPage date(LedgerId ledger, Topic topic, LocalDate date, Optional<String> cursor) {
        Question question = Question.date(ledger, topic, date, given(cursor)).asking(withPersonalData);
        Answer answer = ask(question);
        EntryPage notClosed = new EntryPage(List.of(), Optional.empty(), false, true);
        return switch (answer.status()) {
            case Answer.OK ->
                asked(read(
                        question,
                        answer,
                        body -> WireEntryPage.ofDate(body, date).toDatePage(ledger, topic, question.cursor())));
            case Answer.NO_CONTENT -> notClosed;
            case Answer.NOT_FOUND -> {
                requireListed(question, ledger, answer);
                yield notClosed;
            }
            default -> throw failures.ofStatus(question.toString(), answer);
        };
    }

    /**
     * Sales are known of some kinds of sales units only (vipps-apis.md 3.8), so a listed ledger that is not found here has
     * none to tell. Should that pass, the stream goes on from the same cursor.
     */
    @Override
    public SalePage sales(LedgerId ledger, Optional<String> cursor) {
        Question question = Question.sales(ledger, given(cursor));
        return salePage(question, ledger, new SalePage(List.of(), question.cursor(), false));
    }

    /** As with {@link #date}: not found is not ready. */
    @Override
    public SalePage sales(LedgerId ledger, LocalDate date, Optional<String> cursor) {
        SalePage notReady = new SalePage(List.of(), Optional.empty(), false, true);
        return salePage(Question.sales(ledger, date, given(cursor)), ledger, notReady);
    }

    /** Sales are told to accounting keys alone (vipps-apis.md 2.1), so others are not asked with. */
    private SalePage salePage(Question question, LedgerId ledger, SalePage nothing) {
        if (connection.salesUnit().isPresent()) {
            return nothing;
        }
        Answer answer = ask(question);
        return switch (answer.status()) {
            case Answer.OK ->
                askedSales(read(question, answer, body -> WireSalePage.of(body).toDomain(ledger, question.cursor())));
            case Answer.NO_CONTENT -> nothing;
            case Answer.NOT_FOUND -> {
                requireListed(question, ledger, answer);
                yield nothing;
            }
            default -> throw failures.ofStatus(question.toString(), answer);
        };
    }

    @Override
    public List<SalePage.Fetched> salesOfTransaction(LedgerId ledger, String pspReference) {
        return someSales(Question.saleOfTransaction(ledger, pspReference), ledger);
    }

    @Override
    public List<SalePage.Fetched> salesOfOrder(LedgerId ledger, String reference) {
        return someSales(Question.salesOfOrder(ledger, reference), ledger);
    }

    /** What is not found is no sale; whether the ledger is still ours to read shows where its feed is read. */
    private List<SalePage.Fetched> someSales(Question question, LedgerId ledger) {
        if (connection.salesUnit().isPresent()) {
            return List.of();
        }
        Answer answer = ask(question);
        return switch (answer.status()) {
            case Answer.OK ->
                askedSales(new SalePage(
                                read(question, answer, body -> WireSalePage.ofLookup(body, ledger)),
                                Optional.empty(),
                                false))
                        .items();
            case Answer.NO_CONTENT, Answer.NOT_FOUND -> List.of();
            default -> throw failures.ofStatus(question.toString(), answer);
        };
    }

    /** Not found means two things; the list of ledgers tells which, if two whole ones agree. */
    private void requireListed(Question question, LedgerId ledger, Answer answer) {
        if (!list().lacks(ledger)) {
            return;
        }
        LedgerList again = list();
        if (again.lacks(ledger)) {
            throw again.whole()
                    ? failures.noLongerListed(question.toString(), ledger, answer)
                    : failures.notInBrokenList(question.toString(), ledger, answer);
        }
    }

    /** Personal data that nobody asked for is not handed on even if given. */
    private EntryPage asked(EntryPage page) {
        return withPersonalData
                ? page
                : new EntryPage(
                        page.items().stream()
                                .map(EntryPage.Fetched::withoutPersonalData)
                                .toList(),
                        page.cursor(),
                        page.more(),
                        page.tryLater());
    }

    private SalePage askedSales(SalePage page) {
        return withPersonalData ? page : page.withoutPersonalData();
    }

    /** An unexpected 401 costs one new token and one more try, no more. */
    private Answer ask(Question question) {
        String token = tokens.current();
        Answer answer = send(question, token);
        if (answer.status() != Answer.UNAUTHORIZED) {
            return answer;
        }
        tokens.drop(token);
        return send(question, tokens.current());
    }

    private Answer send(Question question, String token) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(question.at(connection.baseUrl()))
                    .header("Authorization", "Bearer " + token)
                    .GET();
            return http.send(Headers.add(request, connection));
        } catch (IOException e) {
            throw failures.unreachable(question.toString(), e);
        }
    }

    private <T> T read(Question question, Answer answer, Function<byte[], T> reading) {
        try {
            return reading.apply(answer.body());
        } catch (UnreadableAnswer e) {
            throw failures.unreadable(question.toString(), question.place(), e);
        }
    }

    private static Optional<String> given(Optional<String> cursor) {
        return cursor.filter(text -> !text.isEmpty());
    }
}
