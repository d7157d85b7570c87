package no.avstemt.web.multipart;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with files, written as a browser does. */
public final class WrittenForm {

    private static final String BOUNDARY = "----avstemt7MA4YWxkTrZu0gW";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public WrittenForm field(String name, String value) {
        return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    public WrittenForm file(String field, String name, String mediaType, byte[] content) {
        return part(
                "name=\"" + field + "\"; filename=\"" + name.replace("\"", "%22") + "\"\r\nContent-Type: " + mediaType,
                content);
    }

    public WrittenForm file(String field, String name, String mediaType, String content) {
        return file(field, name, mediaType, content.getBytes(StandardCharsets.UTF_8));
    }

    private WrittenForm part(String head, byte[] content) {
        text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n");
        body.writeBytes(content);
        text("\r\n");
        return this;
    }

    private void text(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public String contentType() {
        return Multipart.MEDIA_TYPE + "; boundary=" + BOUNDARY;
    }

    public byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }
}
