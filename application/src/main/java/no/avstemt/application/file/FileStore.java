package no.avstemt.application.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.time.Period;

/**
 * The files of client accounts, and the entries that lack one: those that were made by hand and have no file. What is
 * booked from Vipps or imported is documented by its voucher, a reversal by what it reverses.
 */
public interface FileStore {

    StoredFile add(ClientAccountId client, NewFile file, Actor actor, Instant at);

    Optional<StoredFile> find(ClientAccountId client, long fileId);

    Optional<byte[]> content(ClientAccountId client, long fileId);

    /** By when they came. */
    List<StoredFile> ofEntry(ClientAccountId client, long entryId);

    /** Of a draft; that of a posted entry is kept by the store. */
    void remove(ClientAccountId client, long fileId);

    /** @param days of the posting date */
    long countUndocumented(ClientAccountId client, Period days);

    /** The first first. */
    List<Undocumented> undocumented(ClientAccountId client, Period days, long offset, int most);

    /** The months that have some, earliest first. */
    List<MonthCount> undocumentedMonths(ClientAccountId client);

    /** @param debit øre */
    record Undocumented(EntryRef entry, LocalDate date, String description, String createdBy, long debit) {}

    record MonthCount(YearMonth month, long entries) {}

    /** @param name as whoever sent it calls it */
    record NewFile(long entryId, String name, FileType type, byte[] content) {

        public NewFile {
            content = content.clone();
        }

        @Override
        public byte[] content() {
            return content.clone();
        }

        /** Of the content, 64 lower-case digits. */
        public String sha256() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }
}
