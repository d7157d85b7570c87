package no.avstemt.web.connection;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.connection.Connection;
import no.avstemt.application.connection.ConnectionStore.Failed;
import no.avstemt.application.connection.ConnectionStore.ListedLedger;
import no.avstemt.application.connection.ConnectionStore.Overview;
import no.avstemt.application.connection.ConnectionStore.WaitingLedger;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.web.connection.ConnectionPage.LedgerRow;
import no.avstemt.web.connection.ConnectionsPage.ConnectionRow;
import no.avstemt.web.connection.ConnectionsPage.WaitingRow;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** Connections and ledgers as rows of their pages. */
record ConnectionRows(Texts texts, Formats formats) {

    ConnectionRow connection(Overview each) {
        return new ConnectionRow(
                each.connection().name(),
                Addresses.connection(each.connection().id().value()).toString(),
                each.connection().address().text(),
                each.connection().clientId(),
                Integer.toString(each.ledgers()),
                Integer.toString(each.inUse()),
                formats.dateAndTime(each.connection().listedAt()),
                trouble(each.failed()));
    }

    /** Why there is no newer list; empty when there is. */
    String trouble(Optional<Failed> failed) {
        return failed.map(each -> texts.get("connections.listFailed", formats.dateAndTime(each.at())) + " "
                        + texts.get(each.why()))
                .orElse("");
    }

    WaitingRow waiting(WaitingLedger waiting) {
        Ledger ledger = waiting.ledger();
        return new WaitingRow(
                ledger.id().value(),
                ledger.units().stream().map(ConnectionRows::named).toList(),
                owner(ledger),
                formats.dateAndTime(waiting.firstSeen()),
                Addresses.ledgerOf(waiting.connection().value(), ledger.id().value())
                        .toString());
    }

    private String owner(Ledger ledger) {
        return ledger.ownerNumber().map(formats::organisationNumber).orElse("–");
    }

    LedgerRow ledger(Connection connection, ListedLedger listed, List<String> standing) {
        Ledger ledger = listed.ledger();
        return new LedgerRow(
                ledger.id().value(),
                owner(ledger),
                ledger.units().stream().map(ConnectionRows::named).toList(),
                ledger.payoutAccount().map(formats::bankAccount).orElse("–"),
                ledger.currency(),
                listed.missingSince()
                        .map(at -> texts.get("connection.missing", formats.dateAndTime(at)))
                        .orElse(""),
                listed.owner().map(owner -> owner.name()).orElse(""),
                standing,
                listed.owner()
                        .map(owner -> Addresses.client(owner.client()))
                        .orElseGet(() -> Addresses.ledgerOf(
                                connection.id().value(), ledger.id().value()))
                        .toString());
    }

    static String named(Ledger.Unit unit) {
        return unit.name().equals(unit.handle()) ? unit.handle() : unit.name() + ", " + unit.handle();
    }
}
