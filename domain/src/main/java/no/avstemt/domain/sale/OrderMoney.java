package no.avstemt.domain.sale;

/**
 * A capture or refund of an order.
 *
 * @param magnitude øre, never negative
 * @param hasOwnSale a stored sale of its kind has its transaction
 */
public record OrderMoney(long entryId, String order, Sale.Kind kind, long magnitude, boolean hasOwnSale, State state) {

    public enum State {
        NOT_BOOKED,
        /** As a sale or what was taken back, or where its unit's sales are booked elsewhere. */
        BOOKED,
        /** Against the card acquirer: the sale was booked before. */
        SETTLED
    }
}
