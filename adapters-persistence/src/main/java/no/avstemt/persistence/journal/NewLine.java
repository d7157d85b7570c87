package no.avstemt.persistence.journal;

import java.time.LocalDate;
import no.avstemt.domain.journal.JournalLine;

/**
 * A line with its place in the tables.
 *
 * @param ordinal dense within client, account and day, from 1
 * @param dimensionSetId 0 for a line that is about nothing beside its account
 */
record NewLine(long entryId, long accountId, LocalDate day, long ordinal, long dimensionSetId, JournalLine line) {}
