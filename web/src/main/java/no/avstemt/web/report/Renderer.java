package no.avstemt.web.report;

import no.avstemt.application.access.Language;
import no.avstemt.application.report.CombinedReport;
import no.avstemt.application.report.Seal;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.report.TableSink;
import no.avstemt.web.http.Reply;

/**
 * Writes reports in one format.
 *
 * @param <S> takes the report while the books are open; it never waits for a reader
 */
interface Renderer<S extends TableSink> {

    String mediaType();

    /** Names it in entity tags. */
    String format();

    /** No two formats or languages of a report have the same: what a caller keeps of one never stands for another. */
    default String entityTag(Seal seal, Language language) {
        return '"' + seal.hex() + '-' + format() + '-' + language.tag() + '"';
    }

    S sink(Language language);

    /** @param whole has taken all of the report */
    Reply reply(S whole, Language language, Seal seal);

    /** For the report of one client account that others stand beside. */
    default S sinkAmongSeveral(ClientAccountId client, Language language) {
        return sink(language);
    }

    Reply combined(CombinedReport<S> whole, Language language, Seal seal);

    /** For who has the report as it is. */
    default Reply unchanged() {
        return Reply.notModified(mediaType());
    }
}
