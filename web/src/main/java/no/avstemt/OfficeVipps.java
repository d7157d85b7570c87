package no.avstemt;

import java.time.Clock;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.access.Randomness;
import no.avstemt.application.connection.Connect;
import no.avstemt.application.connection.ConnectedSources;
import no.avstemt.application.connection.ListConnections;
import no.avstemt.application.connection.ListLedgers;
import no.avstemt.application.connection.Vipps;
import no.avstemt.application.secret.Vault;
import no.avstemt.application.watch.WatchLinks;

/** The office's way to Vipps: its connections, and the ledgers that they see. */
final class OfficeVipps {

    final Connect connect;
    final ListConnections connections;
    final ListLedgers listLedgers;
    final ConnectedSources sources;

    OfficeVipps(Settings settings, UnitOfWork unit, Randomness randomness, Clock clock) {
        Vault vault = new Vault(new SecretKeys(settings, randomness), randomness);
        Vipps vipps = VippsOf.settings(settings, clock);
        connect = new Connect(unit, vipps, vault, clock);
        connections = new ListConnections(unit, clock);
        listLedgers = new ListLedgers(unit, vipps, vault, new WatchLinks(unit, clock), clock);
        sources = new ConnectedSources(unit, vipps, vault);
    }
}
