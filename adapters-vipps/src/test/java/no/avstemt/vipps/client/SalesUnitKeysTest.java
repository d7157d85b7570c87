package no.avstemt.vipps.client;

import static no.avstemt.vipps.client.OddVipps.ok;
import static no.avstemt.vipps.client.OddVipps.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.connection.SalesUnitKeys;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.vipps.client.OddVipps.Asked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A merchant's own keys ask in another way than accounting keys (vipps-apis.md 2.2). */
final class SalesUnitKeysTest {

    private static final String LISTED = "{\"items\": [{\"ledgerId\": \"418207\"}], \"cursor\": \"\"}";
    private static final String SUBSCRIPTION_KEY = "0f14ebcab0ec4b29ae0cb90d91b4a84a";

    private final OddVipps vipps = new OddVipps();
    private final ReportApiClient client = new ReportApiClient(
            new VippsConnection(
                    vipps.uri(),
                    "client-1",
                    OddVipps.SECRET,
                    Optional.of(new SalesUnitKeys(SUBSCRIPTION_KEY, Optional.of("912345"))),
                    VippsConnection.SALES_UNIT_TOKEN_PATH,
                    SystemHeaders.avstemt("0.1.0")),
            Clock.systemUTC());

    @AfterEach
    void stop() {
        vipps.close();
    }

    @Test
    void the_token_is_asked_for_with_the_keys_as_headers_and_its_numbers_may_be_texts() {
        vipps.replying(ok("{\"token_type\":\"Bearer\",\"expires_in\":\"86398\",\"expires_on\":\"1790000000\","
                + "\"access_token\":\"own-token\"}"));
        vipps.replying(ok(LISTED), ok(LISTED));

        assertEquals(1, client.ledgers().size());
        assertEquals(1, client.ledgers().size());

        List<Asked> asked = vipps.asked();
        assertEquals(3, asked.size(), "one token for both");
        Asked token = asked.get(0);
        assertEquals("/accesstoken/get", token.uri());
        assertEquals("client-1", token.header("Client_id"));
        assertEquals(OddVipps.SECRET, token.header("Client_secret"));
        assertEquals(SUBSCRIPTION_KEY, token.header("Ocp-apim-subscription-key"));
        assertEquals("912345", token.header("Merchant-serial-number"));
        assertEquals("", token.header("Authorization"));
        assertEquals("Bearer own-token", asked.get(1).header("Authorization"));
        assertEquals(SUBSCRIPTION_KEY, asked.get(1).header("Ocp-apim-subscription-key"));
    }

    @Test
    void sales_are_not_asked_for_as_only_accounting_keys_may_see_them() {
        assertEquals(
                List.of(),
                client.sales(new LedgerId("418207"), Optional.empty()).items());
        assertTrue(vipps.asked().isEmpty());
    }

    @Test
    void a_refusal_that_repeats_the_subscription_key_is_told_without_it() {
        vipps.replying(status(401, "{\"message\":\"Access denied due to key " + SUBSCRIPTION_KEY + "\"}"));

        SourceUnavailable refused = assertThrows(SourceUnavailable.class, client::ledgers);

        assertEquals(SourceUnavailable.Reason.KEYS_REJECTED, refused.reason());
        assertFalse((refused.getMessage() + refused.trouble()).contains(SUBSCRIPTION_KEY));
    }
}
