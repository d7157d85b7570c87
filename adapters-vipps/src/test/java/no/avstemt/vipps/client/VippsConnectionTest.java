package no.avstemt.vipps.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VippsConnectionTest {

    private static final SystemHeaders HEADERS = SystemHeaders.avstemt("0.1.0");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.vipps.no",
                "https://books.example.org/vipps",
                "http://127.0.0.1:8080",
                "http://localhost:1",
                "http://[::1]:8080"
            })
    void https_anywhere_and_http_on_this_machine_are_safe(String url) {
        assertEquals(URI.create(url), connection(url, "secret").baseUrl());
        assertEquals(URI.create(url), connection(url + "/", "secret").baseUrl());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.vipps.no",
                "http://127.0.0.1.example.org",
                "ftp://127.0.0.1",
                "api.vipps.no",
                "https:///x",
                "https://user:pass@api.vipps.no",
                "https://api.vipps.no?x=1",
                "https://api.vipps.no#x"
            })
    void other_addresses_are_refused(String url) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> connection(url, "secret"));

        assertFalse(refusal.toString().contains("pass"));
    }

    @Test
    void neither_text_nor_refusal_shows_the_secret() {
        assertEquals(
                "VippsConnection[https://api.vipps.no, client id id]",
                connection("https://api.vipps.no", "hidden").toString());
        assertFalse(assertThrows(IllegalArgumentException.class, () -> connection("https://api.vipps.no", "hid den"))
                .toString()
                .contains("hid"));
    }

    @Test
    void system_headers_have_at_most_thirty_plain_characters() {
        assertEquals("0".repeat(30), SystemHeaders.avstemt("0".repeat(30)).version());
        assertThrows(IllegalArgumentException.class, () -> SystemHeaders.avstemt("0".repeat(31)));
        assertThrows(IllegalArgumentException.class, () -> SystemHeaders.avstemt(""));
        assertThrows(IllegalArgumentException.class, () -> SystemHeaders.avstemt("æ"));
        assertThrows(IllegalArgumentException.class, () -> SystemHeaders.avstemt("1\r\nX: y"));
    }

    private static VippsConnection connection(String url, String secret) {
        return new VippsConnection(URI.create(url), "id", secret, HEADERS);
    }
}
