package no.avstemt.domain.sale;

/**
 * A sale of a card that lacks its transaction.
 *
 * @param isBooked by itself, against the card acquirer, since no money was known
 */
public record CardSale(StoredSale stored, boolean isBooked) {}
