package no.avstemt.vipps.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What Vipps's documents leave open or say in two ways (vipps-apis.md 7); the first way of each is ours by default. */
enum Knob {
    PAYOUT_TYPE("what the entry type of a payout is called", "payout-scheduled", "scheduled-for-payout"),
    PAYOUT_REFERENCE("the pspReference of a payout", "ledger-and-number", "number"),
    FEES_REFERENCE("the reference of fees-retained on the fees topic", "empty", "ulid"),
    TIME("time of entries: with Z, or local with an offset as +0200", "utc", "offset"),
    DATE_END("what ends the report of a date: hasMore, or an empty cursor and no hasMore", "has-more", "cursor"),
    OPEN_DATE(
            "a date that is not closed: nothing yet, 404, or what there is of it", "try-later", "not-found", "partial"),
    CLOSED_DATES(
            "which dates are closed: each, those with rows, or those up to the last payout",
            "each",
            "with-rows",
            "paid-out"),
    LEDGER_LIST_END("the cursor of the last page of the ledger list", "empty", "absent", "repeated"),
    SALES_UNITS("salesUnits in the ledger list", "present", "absent"),
    FOREIGN_LEDGER("a ledger that was not granted: 404, or nothing in it", "not-found", "empty"),
    SALE_REFUND("amounts, quantities and discounts of refunds in the Sales API", "negative", "positive"),
    SALE_REFUND_TYPE("the entryType of a refund in the Sales API", "refund", "return"),
    SALES_FEED_END("the cursor at the end of the sales feed: the same again, or null", "repeated", "null"),
    SALE_LOOKUP(
            "sales by reference: in an envelope, a bare array, or the first one bare", "envelope", "array", "object"),
    SALE_NOT_FOUND("a sale that does not exist: 404, or an empty list", "not-found", "empty"),
    ORDER_DATE("orderDate of a sale", "present", "absent"),
    DISCOUNT_TOTAL("discountTotal of a line", "present", "absent"),
    TOKEN("what /accesstoken/get answers: every member, or the three that are needed", "full", "minimal"),
    FEED_CURSORS("a cursor that was given before: good, or refused with 400", "good", "expired"),
    SYSTEM_HEADERS("calls without the four Vipps-System headers of 1 to 30 characters", "accepted", "refused");

    private final String meaning;
    private final String words;

    Knob(String meaning, String... words) {
        this.meaning = meaning;
        this.words = String.join(" ", words);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String meaning() {
        return meaning;
    }

    /** The default first. */
    List<String> words() {
        return Arrays.asList(words.split(" ", -1));
    }
}
