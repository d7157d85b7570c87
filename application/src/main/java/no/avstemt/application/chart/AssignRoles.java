package no.avstemt.application.chart;

import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.chart.ChartRefused.Reason;
import no.avstemt.application.dimension.RequireDimensions;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionType;

/** Chooses which account a role is. Throws {@link ChartRefused} when the account cannot have it. */
public final class AssignRoles {

    /** Their accounts are held against Vipps's own balances for every ledger date there has been. */
    private static final Set<AccountRole> COMPARED = EnumSet.of(
            AccountRole.VIPPS_FUNDS,
            AccountRole.VIPPS_FEES_OWED,
            AccountRole.FEES_IN_TRANSFER,
            AccountRole.PAYOUTS_IN_TRANSIT);

    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public AssignRoles(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** All of them or, when one cannot be, none. */
    public void run(ClientAccountId client, Actor actor, Map<AccountRole, AccountCode> chosen) {
        unitOfWork.write(Set.of(client), stores -> {
            stores.chart().lock(client);
            chosen.forEach((role, code) -> assign(stores, client, actor, role, code));
            return true;
        });
    }

    /** In a unit of work that has locked the chart. */
    void assign(Stores stores, ClientAccountId client, Actor actor, AccountRole role, AccountCode code) {
        List<UsedAccount> accounts = stores.chart().accounts(client);
        UsedAccount chosen = accounts.stream()
                .filter(used -> used.account().code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ChartRefused(Reason.NO_ACCOUNT, code.digits(), role.name()));
        if (chosen.roles().contains(role)) {
            return;
        }
        check(stores, client, role, chosen);
        String before = accounts.stream()
                .filter(used -> used.roles().contains(role))
                .findFirst()
                .map(used -> given(role, used))
                .orElse("");
        stores.chart().assign(client, role, chosen.account().id(), clock.instant());
        stores.audit()
                .record(
                        client,
                        new AuditEvent(
                                clock.instant(),
                                actor,
                                AuditAction.ACCOUNT_ROLE_CHANGED,
                                role.name(),
                                Map.of("account_code", before),
                                Map.of("account_code", code.digits())));
    }

    /** @return the account that gives the role up */
    private static String given(AccountRole role, UsedAccount before) {
        String code = before.account().code().digits();
        if (COMPARED.contains(role) && before.hasPostings()) {
            throw new ChartRefused(Reason.ROLE_HAS_POSTINGS, code, Long.toString(before.lines()), role.name());
        }
        return code;
    }

    private static void check(Stores stores, ClientAccountId client, AccountRole role, UsedAccount chosen) {
        String code = chosen.account().code().digits();
        role.misfit(chosen.account()).ifPresent(misfit -> {
            Reason reason = switch (misfit) {
                case NOT_POSTABLE -> Reason.ROLE_NOT_POSTABLE;
                case INACTIVE -> Reason.ROLE_INACTIVE;
                case WRONG_CLASS -> Reason.ROLE_WRONG_CLASS;
                case WRONG_RELATION -> Reason.ROLE_WRONG_RELATION;
            };
            throw new ChartRefused(reason, code, role.name());
        });
        Set<DimensionType> lacking =
                RequireDimensions.lacking(stores, client, role, chosen.account().code());
        if (!lacking.isEmpty()) {
            throw new ChartRefused(Reason.ROLE_DEMANDED, code, RequireDimensions.told(lacking));
        }
        Set<AccountRole> others = new HashSet<>(chosen.roles());
        others.addAll(stores.chart().pastRoles(client, chosen.account().id()));
        others.remove(role);
        others.stream()
                .filter(other -> role.isPerLedger() || other.isPerLedger())
                .findFirst()
                .ifPresent(other -> {
                    throw new ChartRefused(Reason.ROLE_SHARED, code, other.name());
                });
    }
}
