package no.avstemt.application.journal;

import java.time.Instant;
import java.util.List;
import no.avstemt.domain.journal.EntryTemplate;

/**
 * A template as it is kept.
 *
 * @param creator in words that stay readable
 */
public record StoredTemplate(
        long id, String name, String description, String creator, Instant createdAt, List<FullEntry.Line> lines) {

    public StoredTemplate {
        lines = List.copyOf(lines);
    }

    public EntryTemplate template() {
        return new EntryTemplate(
                name, description, lines.stream().map(FullEntry.Line::draft).toList());
    }
}
