package no.avstemt.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import no.avstemt.application.access.PasswordHash;
import no.avstemt.application.access.SeededRandomness;
import org.junit.jupiter.api.Test;

final class Argon2PasswordsTest {

    private final Argon2Passwords passwords = new Argon2Passwords(new SeededRandomness(1));

    @Test
    void a_password_meets_its_own_hash_and_no_other() {
        PasswordHash hash = passwords.hash("blåbær på fjellet");

        assertTrue(hash.phc().startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), "algorithm and cost");
        assertTrue(passwords.matches("blåbær på fjellet", hash));
        assertTrue(passwords.matches("bla\u030Abær pa\u030A fjellet", hash));
        assertFalse(passwords.matches("Blåbær på fjellet", hash));
        assertFalse(passwords.matches("", hash));
        assertNotEquals(hash, passwords.hash("blåbær på fjellet"));
    }

    @Test
    void nothing_meets_the_decoy_which_has_the_shape_and_cost_of_a_real_hash() {
        PasswordHash real = passwords.hash("hva som helst");

        assertFalse(passwords.matches("hva som helst", passwords.decoy()));
        assertEquals(real.phc().length(), passwords.decoy().phc().length());
        assertEquals(real.phc().split("\\$")[3], passwords.decoy().phc().split("\\$")[3]);
    }
}
