package no.avstemt.application.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.avstemt.application.report.Books.AccountLines;
import no.avstemt.application.report.Books.Partner;
import no.avstemt.application.report.Books.PartnerStretch;
import no.avstemt.application.report.Books.Place;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.report.Cell;

/** Lines by account and, on each, by the customer or supplier they are about; those about none last. */
final class PartnerHeadings implements Headings {

    private static final Comparator<LedgerAccount> BY_PARTNER = Comparator.comparing(
                    (LedgerAccount ledger) -> ledger.partner().isEmpty())
            .thenComparing(ledger -> ledger.partner().map(Partner::key).orElse(""));

    private final Books books;
    private final LineQuery query;
    private final String language;
    private final Drafts drafts;

    /** @param partner id; none for lines that are about nobody */
    record Heading(long accountId, Optional<Long> partner) {

        static Heading of(LedgerLine line) {
            return new Heading(line.accountId(), line.partner());
        }
    }

    PartnerHeadings(Books books, LineQuery query, String language) {
        this.books = books;
        this.query = query;
        this.language = language;
        this.drafts = Drafts.read(books, query);
    }

    @Override
    public List<LedgerAccount> read() {
        Map<Heading, AccountLines> posted = new HashMap<>();
        books.partnerSums(query, (partner, lines) -> posted.put(new Heading(lines.accountId(), partner), lines));
        drafts.lines().stream()
                .map(Heading::of)
                .forEach(heading -> posted.putIfAbsent(heading, new AccountLines(heading.accountId(), 0, 0, 0, 0)));
        Map<Long, Partner> partners = books.partners(
                query.client(),
                posted.keySet().stream()
                        .flatMap(heading -> heading.partner().stream())
                        .collect(Collectors.toSet()));
        List<LedgerAccount> ledgers = new ArrayList<>();
        for (Account account : books.chart(query.client())) {
            posted.entrySet().stream()
                    .filter(entry -> entry.getKey().accountId() == account.id())
                    .map(entry -> ledger(account, entry.getKey(), partners, entry.getValue()))
                    .filter(LedgerAccount::isShown)
                    .sorted(BY_PARTNER)
                    .forEach(ledgers::add);
        }
        return ledgers;
    }

    private LedgerAccount ledger(Account account, Heading heading, Map<Long, Partner> partners, AccountLines posted) {
        Optional<Partner> partner = heading.partner().map(partners::get);
        return LedgerAccount.of(
                account,
                partner,
                name(account, partner),
                posted,
                drafts.of(line -> Heading.of(line).equals(heading)));
    }

    /** The account is named where there are several, and over what is about nobody. */
    private Cell name(Account account, Optional<Partner> partner) {
        if (partner.isEmpty()) {
            return Cell.text(account.code().digits() + " " + account.name(language));
        }
        String name = partner.get().label();
        return Cell.text(query.accountCodes().size() > 1 ? account.code().digits() + ": " + name : name);
    }

    @Override
    public Place place(LedgerAccount account, long lines) {
        return books.partnerPlace(query, stretch(account, lines, 1));
    }

    @Override
    public void lines(List<Piece> pieces, Consumer<LedgerLine> each) {
        List<PartnerStretch> stretches = pieces.stream()
                .map(piece -> stretch(piece.account(), piece.before(), piece.lines()))
                .toList();
        books.partnerLines(query, stretches, each);
    }

    private static PartnerStretch stretch(LedgerAccount account, long before, long lines) {
        return new PartnerStretch(account.id(), account.partner().map(Partner::id), before, lines);
    }
}
