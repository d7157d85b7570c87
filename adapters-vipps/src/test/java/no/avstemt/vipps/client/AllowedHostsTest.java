package no.avstemt.vipps.client;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import no.avstemt.application.connection.VippsAddress;
import no.avstemt.application.connection.VippsKeys;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.application.settlement.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AllowedHostsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:1",
                "http://127.0.0.1:1",
                "http://[::1]:1",
                "https://127.9.9.9",
                "https://10.0.0.1",
                "https://172.16.0.1",
                "https://192.168.1.1",
                "https://169.254.169.254",
                "https://100.64.0.1",
                "https://0.0.0.0",
                "https://[fe80::1]",
                "https://[fd00::1]",
                "https://[::ffff:10.0.0.1]"
            })
    void an_address_on_this_machine_or_in_the_local_network_can_be_forbidden(String text) {
        VippsAddress address = VippsAddress.parse(text).orElseThrow();
        VippsOverHttp vipps = new VippsOverHttp(
                SystemHeaders.avstemt("1"), VippsConnection.DEFAULT_TOKEN_PATH, AllowedHosts.FAR, Clock.systemUTC());

        SourceUnavailable refused =
                assertThrows(SourceUnavailable.class, () -> vipps.source(new VippsKeys(address, "id", "secret")));

        assertEquals(Trouble.Code.FORBIDDEN_ADDRESS, refused.trouble().code());
        assertDoesNotThrow(() -> AllowedHosts.ALL.check(address));
    }

    @Test
    void any_other_is_allowed() {
        for (String text : new String[] {"https://93.184.216.34", "https://100.128.0.1", "https://[2001:db8::1]"}) {
            assertDoesNotThrow(() -> AllowedHosts.FAR.check(new VippsAddress(text)), text);
        }
    }
}
