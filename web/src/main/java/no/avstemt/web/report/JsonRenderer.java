package no.avstemt.web.report;

import no.avstemt.application.access.Language;
import no.avstemt.application.report.Seal;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.text.Texts;

final class JsonRenderer implements Renderer<JsonSink> {

    @Override
    public String mediaType() {
        return RouteDraft.JSON;
    }

    @Override
    public JsonSink sink(Language language) {
        return new JsonSink(Texts.in(language));
    }

    @Override
    public Reply reply(JsonSink whole, Language language, Seal seal) {
        return Reply.stream(mediaType(), (out, rendering) -> whole.writeTo(out));
    }
}
