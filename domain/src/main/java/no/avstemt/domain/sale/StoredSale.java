package no.avstemt.domain.sale;

/** A sale with its id in the store. */
public record StoredSale(long id, Sale sale) {}
