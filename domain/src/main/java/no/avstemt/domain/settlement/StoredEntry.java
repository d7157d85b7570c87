package no.avstemt.domain.settlement;

/** A settlement entry with its id in the store. */
public record StoredEntry(long id, SettlementEntry entry) {}
