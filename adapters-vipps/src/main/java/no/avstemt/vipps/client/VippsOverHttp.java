package no.avstemt.vipps.client;

import java.time.Clock;
import java.time.Duration;
import no.avstemt.application.connection.Vipps;
import no.avstemt.application.connection.VippsKeys;
import no.avstemt.application.settlement.LedgerList;
import no.avstemt.application.settlement.SettlementSource;

/** Vipps behind the address of the keys, with limits as {@link HttpLimits#of} unless a person waits for the answer. */
public final class VippsOverHttp implements Vipps {

    private final SystemHeaders systemHeaders;
    private final String tokenPath;
    private final AllowedHosts hosts;
    private final Clock clock;

    /** @param tokenPath of accounting keys */
    public VippsOverHttp(SystemHeaders systemHeaders, String tokenPath, AllowedHosts hosts, Clock clock) {
        this.systemHeaders = systemHeaders;
        this.tokenPath = tokenPath;
        this.hosts = hosts;
        this.clock = clock;
    }

    @Override
    public SettlementSource source(VippsKeys keys) {
        return new ReportApiClient(connection(keys), clock);
    }

    @Override
    public LedgerList ledgers(VippsKeys keys) {
        VippsConnection connection = connection(keys);
        HttpLimits patient = HttpLimits.of(connection);
        HttpLimits limits = new HttpLimits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                patient.maxBodyBytes(),
                1,
                patient.firstWait(),
                Duration.ofSeconds(2),
                patient.requestsPerSecond());
        return new ReportApiClient(connection, limits, clock).list();
    }

    private VippsConnection connection(VippsKeys keys) {
        hosts.check(keys.address());
        return new VippsConnection(
                keys.address().uri(),
                keys.clientId(),
                keys.clientSecret(),
                keys.salesUnit(),
                keys.salesUnit().isPresent() ? VippsConnection.SALES_UNIT_TOKEN_PATH : tokenPath,
                systemHeaders);
    }
}
