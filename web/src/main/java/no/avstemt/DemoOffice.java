package no.avstemt;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.Stores;
import no.avstemt.application.access.Caller;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.EmailAddress;
import no.avstemt.application.access.Right;
import no.avstemt.application.access.Role;
import no.avstemt.application.access.UserId;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.client.NewClient;
import no.avstemt.application.connection.Connection;
import no.avstemt.application.connection.ConnectionStore.Overview;
import no.avstemt.application.connection.VippsAddress;
import no.avstemt.application.connection.VippsKeys;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.client.SalesUnit.BookedFrom;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.settlement.Ledger;

/** The office of the demo: one administrator, and a client account for every ledger that the simulated Vipps lists. */
final class DemoOffice {

    static final String EMAIL = "kari@kontor.example";
    static final String PASSWORD = "avstemt-demo";

    private static final String CONNECTION = "Simulert Vipps";
    private static final Actor PROGRAM = Actor.system("Avstemt");

    private final Avstemt avstemt;

    DemoOffice(Avstemt avstemt) {
        this.avstemt = avstemt;
    }

    /** The one connection of the demo; the simulated Vipps has another port at each start. */
    void connect(URI address, String clientId, String clientSecret) {
        VippsKeys keys = new VippsKeys(new VippsAddress(address.toString()), clientId, clientSecret);
        Optional<Connection> before = avstemt.connections.all().stream()
                .map(Overview::connection)
                .filter(each -> each.name().equals(CONNECTION))
                .findFirst();
        before.ifPresentOrElse(
                stored -> avstemt.connect.replace(PROGRAM, stored, CONNECTION, keys),
                () -> avstemt.connect.enter(PROGRAM, CONNECTION, keys));
    }

    /** Client accounts by id, made where they were not there. */
    List<ClientAccountId> takeIntoUse(SettlementSource vipps, LocalDate start) {
        for (Ledger ledger : vipps.ledgers()) {
            avstemt.unit.write(Set.of(), stores -> remember(stores, ledger));
            if (!isTaken(ledger)) {
                avstemt.takeLedgerIntoUse.forNewClient(client(ledger, start), ledger.id(), units(ledger));
            }
        }
        return avstemt.unit.read(Set.of(), stores -> stores.clients().allIds());
    }

    UserId administrator() {
        EmailAddress email = new EmailAddress(EMAIL);
        Optional<UserId> added =
                avstemt.createUser.run(email, "Kari Nordmann", Role.ADMINISTRATOR, ClientScope.all(), PASSWORD);
        return added.orElseGet(
                () -> avstemt.access.userByEmail(email).orElseThrow().user().id());
    }

    /** The key is known to nobody but the one who is shown it. */
    String key(UserId owner, String name, ClientScope scope) {
        Caller caller = Caller.inBrowser(avstemt.access.user(owner).orElseThrow());
        return avstemt.apiKeys.make(caller, name, scope, Right.WRITE).text();
    }

    /** Whether it is a key that nobody has withdrawn. */
    boolean opens(String key) {
        return avstemt.authenticate.byKey(key).isPresent();
    }

    private static boolean remember(Stores stores, Ledger ledger) {
        stores.ledgers().remember(ledger);
        return true;
    }

    private boolean isTaken(Ledger ledger) {
        return avstemt.unit
                .read(Set.of(), stores -> stores.ledgers().owner(ledger.id()))
                .isPresent();
    }

    private static NewClient client(Ledger ledger, LocalDate start) {
        String unit = ledger.units().get(0).name();
        OrgNumber number = OrgNumber.parse(ledger.ownerNumber().orElseThrow()).orElseThrow();
        return new NewClient(unit, number, "nb", start, isClub(unit) ? VatRegistration.NONE : VatRegistration.ALWAYS);
    }

    /** What onboarding would be told. */
    private static List<SalesUnit> units(Ledger ledger) {
        return ledger.units().stream()
                .map(unit -> new SalesUnit(
                        unit.handle(), unit.name(), bookedFrom(unit.name()), usual(unit.name()), zero(unit.name())))
                .toList();
    }

    private static boolean isClub(String name) {
        return name.contains("Idrettslag");
    }

    /** Some web shops keep the books of their sales themselves; Vipps is only where the money is. */
    private static BookedFrom bookedFrom(String name) {
        return name.contains("Netthandel") ? BookedFrom.ELSEWHERE : BookedFrom.VIPPS;
    }

    /** Concerts are outside the VAT act (merverdiavgiftsloven § 3-7), museums at the low rate (§ 5-9), most else high. */
    private static TaxCode usual(String name) {
        return name.contains("Konsert")
                ? TaxCode.OUTSIDE
                : name.contains("museet") ? TaxCode.OUTPUT_LOW : TaxCode.OUTPUT_HIGH;
    }

    private static TaxCode zero(String name) {
        return name.contains("Konsert") ? TaxCode.OUTSIDE : TaxCode.ZERO_RATED;
    }
}
