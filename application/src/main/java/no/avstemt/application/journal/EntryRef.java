package no.avstemt.application.journal;

/** A journal entry by its id and by the number that people call it. */
public record EntryRef(long id, int fiscalYear, long number) {}
