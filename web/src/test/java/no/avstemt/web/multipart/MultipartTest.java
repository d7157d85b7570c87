package no.avstemt.web.multipart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MultipartTest {

    private static final int MOST = 1 << 20;

    private static Multipart read(WrittenForm form) throws IOException {
        byte[] body = form.bytes();
        return Multipart.read(new ByteArrayInputStream(body), form.contentType(), body.length, "files", MOST);
    }

    private static BadMultipart refused(String body) {
        String plain = body.replace("|", "\r\n");
        InputStream in = new ByteArrayInputStream(plain.getBytes(StandardCharsets.UTF_8));
        return assertThrows(
                BadMultipart.class,
                () -> Multipart.read(in, "multipart/form-data; boundary=x", -1, "files", MOST),
                body);
    }

    @Test
    void fields_and_files_come_as_they_were_sent() throws IOException {
        Multipart sent = read(new WrittenForm()
                .field("text", "Blåbærsyltetøy\r\nog brød")
                .field("empty", "")
                .file("files", "C:\\fakepath\\kvittering \"3\".pdf", "application/pdf", "%PDF-1.7\r\n--x\r\n")
                .file("files", "", "application/octet-stream", ""));

        assertEquals(
                List.of(new Multipart.Value("text", "Blåbærsyltetøy\r\nog brød"), new Multipart.Value("empty", "")),
                sent.fields());
        Upload file = sent.files().get(0);
        assertEquals(1, sent.files().size());
        assertEquals("kvittering \"3\".pdf", file.name());
        assertEquals("application/pdf", file.mediaType());
        assertEquals("%PDF-1.7\r\n--x\r\n", new String(file.content(), StandardCharsets.UTF_8));
    }

    @Test
    void any_bytes_come_back_as_they_were() throws IOException {
        long seed = 20_261_122;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            byte[] content = new byte[random.nextInt(2_000) + 1];
            random.nextBytes(content);
            for (int i = 0; i < content.length / 7; i++) {
                content[random.nextInt(content.length)] = (byte) "\r\n-".charAt(random.nextInt(3));
            }

            Multipart sent = read(new WrittenForm().file("files", "a.bin", "x/y", content));

            assertArrayEquals(content, sent.files().get(0).content(), "seed " + seed + ", round " + round);
        }
    }

    @Test
    void more_than_is_taken_is_refused_however_it_is_told() {
        byte[] large = new byte[2 * MOST];
        Arrays.fill(large, (byte) 'x');
        byte[] body = new WrittenForm()
                .file("files", "a.pdf", "application/pdf", large)
                .bytes();
        String type = new WrittenForm().contentType();

        for (long told : List.of((long) body.length, -1L)) {
            BadMultipart refusal = assertThrows(
                    BadMultipart.class,
                    () -> Multipart.read(new ByteArrayInputStream(body), type, told, "files", MOST / 2));
            assertEquals(413, refusal.status());
        }
    }

    @Test
    void a_file_in_a_field_of_no_files_is_refused_by_name() {
        BadMultipart refusal = refused("--x|Content-Disposition: form-data; name=\"other\"; filename=\"a\"||a|--x--");

        assertEquals(List.of("other", "files"), refusal.what().arguments());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--x",
                "--x|",
                "--x||",
                "--x|||a|--x--",
                "--x|Content-Disposition: form-data; name=\"a\"||a",
                "--x|Content-Disposition: form-data; name=\"a\"||a|--x",
                "--x|Content-Disposition: form-data; name=\"a\"|a|--x--",
                "--x|Content-Disposition: attachment; name=\"a\"||a|--x--",
                "--x|Content-Disposition: form-data; filename=\"a\"||a|--x--",
                "--y|Content-Disposition: form-data; name=\"a\"||a|--y--"
            })
    void what_is_no_form_is_refused(String body) {
        assertEquals(400, refused(body).status());
    }

    @Test
    void bytes_cut_off_anywhere_are_refused_and_harm_nothing() {
        byte[] whole = new WrittenForm()
                .field("a", "b")
                .file("files", "a.pdf", "application/pdf", "%PDF-1.7")
                .bytes();
        String type = new WrittenForm().contentType();
        for (int length = 0; length < whole.length - 4; length++) {
            InputStream cut = new ByteArrayInputStream(whole, 0, length);
            assertThrows(BadMultipart.class, () -> Multipart.read(cut, type, -1, "files", MOST));
        }
    }
}
