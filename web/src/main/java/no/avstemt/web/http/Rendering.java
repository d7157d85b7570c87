package no.avstemt.web.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Turns page records into HTML and other records into JSON. */
public final class Rendering {

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "no.avstemt.web.templates");
    private final JsonMapper json =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    Rendering() {
        templates.setBinaryStaticContent(true);
    }

    /** Rendered whole before its first byte is written, so that a failing template still gives an error page. */
    public void page(View view, OutputStream out) throws IOException {
        Utf8ByteOutput html = new Utf8ByteOutput();
        templates.render(view.template(), view.page(), html);
        html.writeTo(out);
    }

    public void json(Object body, OutputStream out) throws IOException {
        out.write(json.writeValueAsBytes(body));
    }

    public JsonMapper json() {
        return json;
    }
}
