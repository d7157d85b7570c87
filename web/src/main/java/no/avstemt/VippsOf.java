package no.avstemt;

import java.time.Clock;
import no.avstemt.application.connection.Vipps;
import no.avstemt.vipps.client.AllowedHosts;
import no.avstemt.vipps.client.SystemHeaders;
import no.avstemt.vipps.client.VippsOverHttp;

/** The way to Vipps that the settings ask for. */
final class VippsOf {

    private VippsOf() {}

    static Vipps settings(Settings settings, Clock clock) {
        AllowedHosts hosts = settings.vippsLoopback() ? AllowedHosts.ALL : AllowedHosts.FAR;
        return new VippsOverHttp(systemHeaders(), settings.vippsTokenPath(), hosts, clock);
    }

    /**
     * What the program calls itself towards Vipps, in every call.
     *
     * @throws IllegalArgumentException when it is longer than Vipps allows
     */
    static SystemHeaders systemHeaders() {
        return SystemHeaders.avstemt(VersionCommand.version());
    }
}
