package no.avstemt.web.connection;

import java.util.List;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.web.text.Message;
import no.avstemt.web.text.Texts;

/** Why Vipps did not answer as hoped when keys were tried, in words. */
final class VippsRefusal {

    private VippsRefusal() {}

    static String failed(Texts texts, SourceUnavailable e) {
        return texts.get(reason(e));
    }

    /** Not Vipps but the settings of the program stand in the way. */
    static boolean isForbidden(SourceUnavailable e) {
        return e.trouble().code() == Trouble.Code.FORBIDDEN_ADDRESS;
    }

    /** What came back, in the words of whoever sent it; empty where nothing did. */
    static String said(Texts texts, SourceUnavailable e) {
        List<String> facts = e.trouble().facts();
        return hasAnswered(e) ? texts.get("connection.said", facts.get(0), facts.get(1)) : "";
    }

    /** Both, for a program. */
    static Message told(SourceUnavailable e) {
        List<String> facts = e.trouble().facts();
        return hasAnswered(e)
                ? Message.of("connection.failedAndSaid", facts.get(0), facts.get(1))
                        .and(reason(e))
                : reason(e);
    }

    private static Message reason(SourceUnavailable e) {
        return isForbidden(e)
                ? Message.of("trouble.FORBIDDEN_ADDRESS", e.trouble().facts().get(0))
                : Message.of("connection.failed." + e.reason().name());
    }

    private static boolean hasAnswered(SourceUnavailable e) {
        List<String> facts = e.trouble().facts();
        return facts.size() == 3 && !facts.get(1).isEmpty();
    }
}
