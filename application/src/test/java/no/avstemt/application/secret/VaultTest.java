package no.avstemt.application.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import no.avstemt.application.access.Randomness;
import no.avstemt.application.access.SeededRandomness;
import org.junit.jupiter.api.Test;

final class VaultTest {

    private static final String SECRET = "F95idZQuLhqZUkMIDr0HC2DkOPT8BgKxal7egkqMZg8=";
    private static final String ROW = "vipps_connection:7:client_secret";

    private final Randomness randomness = new SeededRandomness(7);
    private final Vault vault = new Vault(() -> key("one", "secret.key"), randomness);

    @Test
    void what_was_sealed_opens_again_and_never_looks_the_same_twice() {
        for (String secret : new String[] {SECRET, "", "blåbærsyltetøy 🔑", "x".repeat(5_000)}) {
            SealedSecret sealed = vault.seal(secret, ROW);

            assertEquals(secret, vault.open(sealed, ROW));
            assertNotEquals(sealed, vault.seal(secret, ROW));
            assertFalse(!secret.isEmpty() && sealed.text().contains(secret));
        }
    }

    @Test
    void a_changed_character_anywhere_does_not_open() {
        String text = vault.seal(SECRET, ROW).text();
        for (int at = 2; at < text.length() - 1; at++) {
            char other = text.charAt(at) == 'A' ? 'B' : 'A';
            SealedSecret tampered = new SealedSecret(text.substring(0, at) + other + text.substring(at + 1));

            assertThrows(UnreadableSecret.class, () -> vault.open(tampered, ROW), tampered::text);
        }
    }

    @Test
    void a_secret_moved_to_another_row_does_not_open() {
        SealedSecret sealed = vault.seal(SECRET, ROW);

        assertThrows(UnreadableSecret.class, () -> vault.open(sealed, "vipps_connection:8:client_secret"));
    }

    @Test
    void another_key_does_not_open_and_is_named_by_where_it_came_from() {
        SealedSecret sealed = vault.seal(SECRET, ROW);
        Vault other = new Vault(() -> key("two", "AVSTEMT_SECRET_KEY"), randomness);

        UnreadableSecret refused = assertThrows(UnreadableSecret.class, () -> other.open(sealed, ROW));

        assertEquals("AVSTEMT_SECRET_KEY", refused.keyOrigin());
        assertTrue(String.valueOf(refused.getMessage()).contains("AVSTEMT_SECRET_KEY"));
        assertFalse(String.valueOf(refused.getMessage()).contains(SECRET));
    }

    @Test
    void a_key_is_32_bytes_in_base64_and_does_not_tell_itself() {
        assertEquals(Optional.empty(), VaultKey.parse("", "x"));
        assertEquals(Optional.empty(), VaultKey.parse("not base64!", "x"));
        assertEquals(Optional.empty(), VaultKey.parse(Base64.getEncoder().encodeToString(new byte[31]), "x"));
        assertEquals("VaultKey[x]", key("one", "x").toString());
    }

    private static VaultKey key(String seed, String origin) {
        byte[] bytes = new byte[VaultKey.BYTES];
        System.arraycopy(seed.getBytes(StandardCharsets.UTF_8), 0, bytes, 0, seed.length());
        return VaultKey.parse(Base64.getEncoder().encodeToString(bytes), origin).orElseThrow();
    }
}
