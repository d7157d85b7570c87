package no.avstemt.application.file;

import java.time.Instant;

/**
 * @param size in bytes
 * @param sha256 of the content, 64 lower-case digits
 * @param entryId of the entry or draft that it documents
 */
public record StoredFile(
        long id,
        String name,
        FileType type,
        long size,
        String sha256,
        long entryId,
        Instant storedAt,
        String storedBy) {}
