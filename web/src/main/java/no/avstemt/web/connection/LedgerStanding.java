package no.avstemt.web.connection;

import java.util.List;
import no.avstemt.application.connection.KnownLedger;
import no.avstemt.application.settlement.TopicState;
import no.avstemt.web.http.Request;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** How a ledger in use stands, topic by topic, in sentences. */
record LedgerStanding(Texts texts, Formats formats) {

    static List<String> of(KnownLedger ledger, Request request) {
        LedgerStanding standing = new LedgerStanding(request.texts(), request.formats());
        return ledger.topics().stream()
                .filter(topic -> ledger.streams().containsKey(topic.stream())
                        || topic.failure().isPresent())
                .map(standing::sentence)
                .toList();
    }

    private String sentence(TopicState topic) {
        String name = texts.get("stream." + topic.stream().storedName());
        String complete = topic.completeTo()
                .map(to -> texts.get("stream.completeTo", name, formats.date(to)))
                .orElse(texts.get("stream.nothingComplete", name));
        String waiting = topic.waitingSince()
                .map(since -> " " + texts.get("stream.waitingSince", formats.dateAndTime(since)))
                .orElse("");
        String failed = topic.failure().map(why -> " " + texts.get(why)).orElse("");
        String next = topic.nextTryAt()
                .map(at -> " " + texts.get("stream.nextTry", formats.dateAndTime(at)))
                .orElse("");
        return complete + waiting + failed + next;
    }
}
