package no.avstemt.web.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.access.Language;
import no.avstemt.application.report.CombinedReport;
import no.avstemt.application.report.Seal;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.report.PageCount;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.text.Texts;

/** An array of rows: bare, or in the envelope of a report that comes in pages. */
final class JsonRenderer implements Renderer<JsonSink> {

    @Override
    public String mediaType() {
        return RouteDraft.JSON;
    }

    @Override
    public String format() {
        return "json";
    }

    @Override
    public JsonSink sink(Language language) {
        return new JsonSink(Texts.in(language), Optional.empty());
    }

    @Override
    public JsonSink sinkAmongSeveral(ClientAccountId client, Language language) {
        return new JsonSink(Texts.in(language), Optional.of(client));
    }

    @Override
    public Reply reply(JsonSink whole, Language language, Seal seal) {
        return array(whole.pages(), List.of(whole));
    }

    @Override
    public Reply combined(CombinedReport<JsonSink> whole, Language language, Seal seal) {
        return array(
                whole.pages(),
                whole.parts().stream().flatMap(part -> part.rows().stream()).toList());
    }

    private Reply array(Optional<PageCount> pages, List<JsonSink> parts) {
        return Reply.stream(mediaType(), (out, rendering) -> {
            write(pages.map(JsonRenderer::envelope).orElse("") + "[", out);
            String between = "";
            for (JsonSink part : parts) {
                if (!part.isEmpty()) {
                    write(between, out);
                    part.writeTo(out);
                    between = ",";
                }
            }
            write(pages.isPresent() ? "]}" : "]", out);
        });
    }

    /** Up to the array. */
    private static String envelope(PageCount count) {
        return "{\"meta\":{\"records\":" + count.records() + ",\"per_page\":" + count.perPage() + ",\"page\":"
                + count.page() + ",\"pages\":" + count.pages() + "},\"data\":";
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
