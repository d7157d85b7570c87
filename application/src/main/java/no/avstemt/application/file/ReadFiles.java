package no.avstemt.application.file;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.file.FileStore.MonthCount;
import no.avstemt.application.file.FileStore.Undocumented;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.time.Period;

/** The files of a client account, and the entries that lack one. */
public final class ReadFiles {

    private final UnitOfWork unit;

    public ReadFiles(UnitOfWork unit) {
        this.unit = unit;
    }

    /**
     * @param records in the days that were asked for
     * @param months all that have some
     */
    public record Lacking(long records, List<Undocumented> page, List<MonthCount> months) {

        public Lacking {
            page = List.copyOf(page);
            months = List.copyOf(months);
        }
    }

    public Optional<StoredFile> find(ClientAccountId client, long fileId) {
        return unit.read(Set.of(client), stores -> stores.files().find(client, fileId));
    }

    public Optional<byte[]> content(ClientAccountId client, long fileId) {
        return unit.read(Set.of(client), stores -> stores.files().content(client, fileId));
    }

    public List<StoredFile> ofEntry(ClientAccountId client, long entryId) {
        return unit.read(Set.of(client), stores -> stores.files().ofEntry(client, entryId));
    }

    /** @param days of the posting date */
    public Lacking undocumented(ClientAccountId client, Period days, long offset, int most) {
        return unit.read(
                Set.of(client),
                stores -> new Lacking(
                        stores.files().countUndocumented(client, days),
                        stores.files().undocumented(client, days, offset, most),
                        stores.files().undocumentedMonths(client)));
    }
}
