package no.avstemt.web.sale;

import java.util.Optional;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.sale.Sale;
import no.avstemt.web.http.Request;
import no.avstemt.web.settlement.EntryWords;
import no.avstemt.web.text.Texts;

/** What a sale is called on a page. What Vipps does not tell is a dash. */
final class SaleWords {

    private static final String CASH = "CASH";
    private static final String NONE = "\u2013";

    private SaleWords() {}

    static String kind(Sale.Kind kind, Texts texts) {
        return texts.get("sale.kind." + kind);
    }

    /** In Vipps's own word where it is one that we do not know. */
    static String payment(String type, Texts texts) {
        String key = "sale.payment." + type;
        return texts.has(key) ? texts.get(key) : type;
    }

    static String payment(Optional<String> type, Texts texts) {
        return type.map(told -> payment(told, texts)).orElse(NONE);
    }

    static String solution(Optional<String> solution, Texts texts) {
        return solution.map(told -> texts.has("sale.solution." + told) ? texts.get("sale.solution." + told) : told)
                .orElse(NONE);
    }

    static String category(Optional<String> category) {
        return category.orElse(NONE);
    }

    static String amount(Sale sale, Optional<Long> minor, Request request) {
        return minor.map(value ->
                        new Money(value, sale.gross().map(Money::currency).orElse(Money.NOK)))
                .map(amount -> EntryWords.amount(amount, request.formats()))
                .orElse(NONE);
    }

    /** What Vipps tells of the sale. */
    static String completeness(Sale sale, Texts texts) {
        if (!sale.hasLineItems()) {
            return texts.get("sale.tells.amount");
        }
        return texts.get(sale.hasVatBreakdown() ? "sale.tells.all" : "sale.tells.lines");
    }

    /** Why there is no settlement entry. */
    static String withoutMoney(Sale sale, Texts texts) {
        if (sale.paymentType().filter(CASH::equals).isPresent()) {
            return texts.get("sale.money.cash");
        }
        return texts.get(sale.pspReference().isEmpty() ? "sale.money.outside" : "sale.money.none");
    }
}
