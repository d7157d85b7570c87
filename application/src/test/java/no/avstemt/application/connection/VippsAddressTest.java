package no.avstemt.application.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VippsAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.vipps.no",
                "https://proxy.example:8443/vipps",
                "http://127.0.0.1:8089",
                "http://localhost:1/x",
                "http://[::1]:8089"
            })
    void https_anywhere_and_http_on_this_machine(String address) {
        assertEquals(
                address, VippsAddress.parse(" " + address + "/ ").orElseThrow().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.vipps.no",
                "http://api.vipps.no",
                "http://127.0.0.1.example",
                "http://localhost@example.com",
                "https://user:secret@api.vipps.no",
                "https://api.vipps.no?x=1",
                "https://api.vipps.no#x",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://",
                "https://api.vipps.no:99999",
                "https://api vipps.no",
                "https://api.vipps.no/\r\nX: y"
            })
    void nothing_else(String address) {
        assertEquals(Optional.empty(), VippsAddress.parse(address));
    }

    @Test
    void keys_are_plain_characters_and_do_not_tell_the_secret() {
        assertTrue(VippsKeys.isClientId("1994f0e1-2bb8-4104-91ba-305dc979ed5c"));
        assertFalse(VippsKeys.isClientId("a:b"));
        assertFalse(VippsKeys.isClientSecret("a b"));
        assertFalse(VippsKeys.isClientSecret("a\r\nb"));
        assertFalse(new VippsKeys(VippsAddress.PRODUCTION, "id", "hemmelig")
                .toString()
                .contains("hemmelig"));
    }
}
