package no.avstemt.application.connection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.secret.UnreadableSecret;
import no.avstemt.application.secret.Vault;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.application.settlement.SettlementSources;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.application.settlement.SourceUnavailable.Reason;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.domain.settlement.LedgerId;

/**
 * The source of each ledger: its connection's. One source a connection, so that all its ledgers share access token and
 * pace, and a new one when its keys were replaced, by this copy of the program or another.
 */
public final class ConnectedSources implements SettlementSources {

    private final UnitOfWork unit;
    private final Vipps vipps;
    private final Vault vault;
    private final Map<ConnectionId, Open> open = new ConcurrentHashMap<>();

    public ConnectedSources(UnitOfWork unit, Vipps vipps, Vault vault) {
        this.unit = unit;
        this.vipps = vipps;
        this.vault = vault;
    }

    private record Open(Connection connection, SettlementSource source) {

        /** Whether it was opened with these very keys. */
        boolean fits(Connection stored) {
            return connection.hasKeysOf(stored);
        }
    }

    @Override
    public SettlementSource of(LedgerId ledger) {
        Connection connection = unit.read(
                        Set.of(), stores -> stores.connections().ofLedger(ledger))
                .orElseThrow(() -> new SourceUnavailable(
                        Reason.NO_ACCESS,
                        "Ledger " + ledger
                                + " belongs to no Vipps connection. Enter a connection whose keys may see it.",
                        new Trouble(Trouble.Code.NO_CONNECTION, List.of(ledger.value()))));
        return open.compute(
                        connection.id(),
                        (id, before) -> before != null && before.fits(connection)
                                ? before
                                : new Open(connection, source(connection)))
                .source();
    }

    private SettlementSource source(Connection connection) {
        try {
            return vipps.source(connection.keys(vault));
        } catch (UnreadableSecret e) {
            throw new SourceUnavailable(
                    Reason.NO_ACCESS,
                    "The client secret of the Vipps connection " + connection.name() + " cannot be read. "
                            + e.getMessage(),
                    Trouble.secretUnreadable(connection.name(), e.keyOrigin()));
        }
    }
}
