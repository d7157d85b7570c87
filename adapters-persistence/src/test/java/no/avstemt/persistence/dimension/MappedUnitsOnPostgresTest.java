package no.avstemt.persistence.dimension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.chart.AssignRoles;
import no.avstemt.application.chart.ChartRefused;
import no.avstemt.application.dimension.MapSalesUnits;
import no.avstemt.application.dimension.MapSalesUnits.Outcome;
import no.avstemt.application.dimension.MapSalesUnits.Wish;
import no.avstemt.application.dimension.RequireDimensions;
import no.avstemt.application.register.KeepRegister;
import no.avstemt.application.register.Objection;
import no.avstemt.application.register.Objection.Reason;
import no.avstemt.application.register.RegisterKinds;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.register.Label;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sales units are mapped, and accounts that are booked on from Vipps demand no more than that. */
final class MappedUnitsOnPostgresTest {

    private static final Actor KARI = Actor.system("Kari");
    private static final AccountCode SALES = new AccountCode("3000");
    private static final AccountCode RENT = new AccountCode("6300");
    private static final Set<DimensionType> DEPARTMENT = Set.of(DimensionType.DEPARTMENT);

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private static final Clock CLOCK = Clock.fixed(GivenBooks.NOW, ZoneOffset.UTC);
    private static final MapSalesUnits UNITS = new MapSalesUnits(BOOKS.unit(), CLOCK);
    private static final RequireDimensions REQUIRE = new RequireDimensions(BOOKS.unit(), CLOCK);
    private static int next = 400_000;

    private final LedgerId ledger = new LedgerId(Integer.toString(next++));
    private ClientAccountId client = new ClientAccountId(1);
    private long north;

    @BeforeEach
    void a_client_with_a_department() {
        client = BOOKS.client("Kaffebaren Nord AS", ledger);
        north = BOOKS.write(
                        client,
                        stores -> stores.registers()
                                .labels(DimensionType.DEPARTMENT)
                                .add(client, new Label("10", "Nord", true)))
                .orElseThrow();
    }

    @Test
    void a_unit_is_mapped_and_the_posting_reads_it() {
        Outcome outcome = map(Optional.of(north));

        assertEquals(
                "Nord",
                outcome.mapped().orElseThrow().department().orElseThrow().name());
        assertEquals(
                DimensionSet.of(List.of(new DimensionRef(DimensionType.DEPARTMENT, "10"))),
                BOOKS.read(client, stores -> stores.ledgers().units(client, ledger))
                        .get(0)
                        .about());
        assertEquals(1, audited("SALES_UNIT_MAPPED"));

        BOOKS.change(client, stores -> stores.ledgers().takeIntoUse(client, ledger, List.of(GivenBooks.UNIT)));
        assertEquals(Optional.of(north), UNITS.all(client).get(0).department().map(known -> known.id()));
    }

    @Test
    void what_the_client_does_not_have_is_refused_and_an_unknown_unit_is_none() {
        assertEquals(
                Optional.of(Reason.UNKNOWN_DEPARTMENT),
                reason(map(Optional.of(987_654L)).objection()));
        assertEquals(
                Optional.of(Reason.UNKNOWN_PROJECT),
                reason(UNITS.run(client, KARI, new Wish(ledger, unit(), Optional.empty(), Optional.of(north)))
                        .objection()));
        Wish unknown = new Wish(ledger, "NO:1", Optional.empty(), Optional.empty());
        assertEquals(new Outcome(Optional.empty(), Optional.empty()), UNITS.run(client, KARI, unknown));
    }

    @Test
    void what_a_unit_is_booked_on_is_not_put_away_and_what_is_put_away_is_not_chosen() {
        KeepRegister<Label> departments =
                new KeepRegister<>(BOOKS.unit(), RegisterKinds.labels(DimensionType.DEPARTMENT), CLOCK);
        Label away = new Label("10", "Nord", false);
        map(Optional.of(north));
        assertEquals(
                Optional.of(Reason.MAPPED),
                reason(departments.change(client, KARI, north, away).objection()));

        map(Optional.empty());
        assertEquals(
                Optional.empty(), departments.change(client, KARI, north, away).objection());
        assertEquals(
                Optional.of(Reason.PUT_AWAY), reason(map(Optional.of(north)).objection()));
    }

    @Test
    void an_account_of_vipps_demands_only_what_every_unit_is_mapped_to_and_keeps_the_mapping() {
        assertEquals(Optional.of(Reason.NOT_FROM_VIPPS), reason(REQUIRE.run(client, KARI, SALES, DEPARTMENT)));

        map(Optional.of(north));
        assertEquals(Optional.empty(), REQUIRE.run(client, KARI, SALES, DEPARTMENT));
        assertEquals(DEPARTMENT, REQUIRE.all(client).mandatory().of(SALES));

        assertEquals(
                Optional.of(Reason.NOT_FROM_VIPPS), reason(map(Optional.empty()).objection()));
        REQUIRE.run(client, KARI, SALES, Set.of());
        assertTrue(map(Optional.empty()).mapped().isPresent());
        assertEquals(2, audited("MANDATORY_DIMENSIONS_CHANGED"));
    }

    @Test
    void other_accounts_demand_what_they_like() {
        Set<DimensionType> types = Set.of(DimensionType.PROJECT, DimensionType.TAG);

        assertEquals(Optional.empty(), REQUIRE.run(client, KARI, RENT, types));
        assertEquals(types, REQUIRE.all(client).mandatory().of(RENT));
        assertEquals(
                Optional.of(Reason.UNKNOWN_ACCOUNT), reason(REQUIRE.run(client, KARI, new AccountCode("6999"), types)));
    }

    @Test
    void an_account_that_demands_more_than_lines_from_vipps_have_gets_no_role_of_theirs() {
        AssignRoles roles = new AssignRoles(BOOKS.unit(), CLOCK);
        REQUIRE.run(client, KARI, RENT, DEPARTMENT);

        ChartRefused refused =
                assertThrows(ChartRefused.class, () -> roles.run(client, KARI, Map.of(AccountRole.FEE_COST, RENT)));
        assertEquals(ChartRefused.Reason.ROLE_DEMANDED, refused.reason());

        map(Optional.of(north));
        roles.run(client, KARI, Map.of(AccountRole.FEE_COST, RENT));
        assertEquals(
                Optional.of(Reason.NOT_FROM_VIPPS), reason(map(Optional.empty()).objection()));
    }

    @Test
    void receivables_may_demand_a_partner() {
        AccountCode receivables = new AccountCode("1500");

        assertEquals(Optional.empty(), REQUIRE.run(client, KARI, receivables, Set.of(DimensionType.BUSINESSPARTNER)));
    }

    private Outcome map(Optional<Long> department) {
        return UNITS.run(client, KARI, new Wish(ledger, unit(), department, Optional.empty()));
    }

    private static String unit() {
        return GivenBooks.UNIT.handle();
    }

    private static Optional<Reason> reason(Optional<Objection> objection) {
        return objection.map(Objection::reason);
    }

    private long audited(String action) {
        return BOOKS.count(
                "SELECT count(*) FROM audit_event WHERE client_account_id = ? AND action = ?", client.value(), action);
    }
}
