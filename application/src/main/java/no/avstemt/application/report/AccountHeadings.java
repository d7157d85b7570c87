package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import no.avstemt.application.report.Books.AccountLines;
import no.avstemt.application.report.Books.AccountMonth;
import no.avstemt.application.report.Books.Place;
import no.avstemt.application.report.Books.Stretch;
import no.avstemt.domain.chart.Account;

/** Lines by account. Counters tell what an account comes to and, by month and day, where each of its lines is. */
final class AccountHeadings implements Headings {

    private final Books books;
    private final LineQuery query;
    private final String language;
    private final Drafts drafts;
    private final Map<Long, List<AccountMonth>> months = new HashMap<>();
    private final Map<At, Place> places = new HashMap<>();

    private record At(long accountId, long lines) {}

    AccountHeadings(Books books, LineQuery query, String language) {
        this.books = books;
        this.query = query;
        this.language = language;
        this.drafts = Drafts.read(books, query);
    }

    @Override
    public List<LedgerAccount> read() {
        Map<Long, AccountLines> byAccount = new HashMap<>();
        books.accounts(query, lines -> byAccount.put(lines.accountId(), lines));
        List<LedgerAccount> accounts = new ArrayList<>();
        for (Account account : books.chart(query.client())) {
            AccountLines none = new AccountLines(account.id(), 0, 0, 0, 0);
            LedgerAccount ledger = LedgerAccount.of(
                    account,
                    language,
                    byAccount.getOrDefault(account.id(), none),
                    drafts.of(line -> line.accountId() == account.id()));
            if (ledger.isShown()) {
                accounts.add(ledger);
            }
        }
        return accounts;
    }

    @Override
    public Place place(LedgerAccount account, long lines) {
        return places.computeIfAbsent(new At(account.id(), lines), at -> find(account, lines));
    }

    private Place find(LedgerAccount account, long lines) {
        long left = lines;
        long moved = 0;
        for (AccountMonth month : months.computeIfAbsent(account.id(), id -> books.months(query, id))) {
            if (left < month.lines()) {
                Place place = books.place(query, month, left);
                return new Place(place.day(), place.skipped(), Math.addExact(moved, place.moved()));
            }
            left -= month.lines();
            moved = Math.addExact(moved, month.moved());
        }
        throw new IllegalStateException("Account " + account.account().code() + " has no line " + lines);
    }

    @Override
    public void lines(List<Piece> pieces, Consumer<LedgerLine> each) {
        books.lines(query, pieces.stream().map(this::stretch).toList(), each);
    }

    private Stretch stretch(Piece piece) {
        if (piece.before() == 0) {
            return new Stretch(piece.account().id(), query.period().first(), 0, piece.lines());
        }
        Place place = place(piece.account(), piece.before());
        return new Stretch(piece.account().id(), place.day(), place.skipped(), piece.lines());
    }
}
