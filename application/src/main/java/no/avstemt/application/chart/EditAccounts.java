package no.avstemt.application.chart;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.chart.ChartRefused.Reason;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;

/** Adds, changes and removes accounts of a client's chart. Throws {@link ChartRefused} for what cannot be. */
public final class EditAccounts {

    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public EditAccounts(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** @return the new account's id */
    public long add(ClientAccountId client, Actor actor, AccountCode code, AccountFields fields) {
        return unitOfWork.write(Set.of(client), stores -> {
            stores.chart().lock(client);
            boolean taken = stores.chart().accounts(client).stream()
                    .anyMatch(used -> used.account().code().equals(code));
            if (taken) {
                throw new ChartRefused(Reason.CODE_TAKEN, code.digits());
            }
            return add(stores, client, actor, code, fields);
        });
    }

    /**
     * @param reason why an account with a balance is deactivated; may be empty where it is not
     * @return false when the client account has no such account
     */
    public boolean change(ClientAccountId client, Actor actor, long accountId, AccountFields fields, String reason) {
        return unitOfWork.write(Set.of(client), stores -> {
            stores.chart().lock(client);
            Optional<UsedAccount> used = stores.chart().account(client, accountId);
            used.ifPresent(account -> change(stores, client, actor, account, fields, reason));
            return used.isPresent();
        });
    }

    /** @return false when the client account has no such account */
    public boolean remove(ClientAccountId client, Actor actor, long accountId) {
        return unitOfWork.write(Set.of(client), stores -> {
            stores.chart().lock(client);
            Optional<UsedAccount> used = stores.chart().account(client, accountId);
            used.ifPresent(account -> remove(stores, client, actor, account));
            return used.isPresent();
        });
    }

    /** In a unit of work that has locked the chart, and knows that it lacks the account. */
    long add(Stores stores, ClientAccountId client, Actor actor, AccountCode code, AccountFields fields) {
        AccountRules.check(code, fields);
        long id = stores.chart().add(client, account(0, code, fields, true));
        record(stores, client, actor, AuditAction.ACCOUNT_ADDED, code, Map.of(), fields.facts());
        return id;
    }

    /** In a unit of work that has locked the chart. */
    void change(
            Stores stores, ClientAccountId client, Actor actor, UsedAccount used, AccountFields fields, String reason) {
        Account account = used.account();
        AccountFields before = AccountFields.of(account);
        if (before.equals(fields)) {
            return;
        }
        AccountRules.check(account.code(), fields);
        AccountRules.checkComputed(account, before, fields);
        if (!before.relationType().equals(fields.relationType())) {
            checkRelation(stores, client, used, fields);
        }
        if (before.active() && !fields.active()) {
            checkDeactivation(used, reason);
        }
        stores.chart().change(client, account(account.id(), account.code(), fields, account.postable()));
        Map<String, String> after = new LinkedHashMap<>(fields.facts());
        if (!reason.isBlank()) {
            after.put("reason", reason.strip());
        }
        record(stores, client, actor, AuditAction.ACCOUNT_CHANGED, account.code(), before.facts(), after);
    }

    private void remove(Stores stores, ClientAccountId client, Actor actor, UsedAccount used) {
        Account account = used.account();
        String code = account.code().digits();
        if (!account.postable()) {
            throw new ChartRefused(Reason.COMPUTED, code);
        }
        if (used.hasPostings()) {
            throw new ChartRefused(Reason.HAS_POSTINGS, code, Long.toString(used.lines()));
        }
        checkHasNoRole(used);
        if (!stores.chart().pastRoles(client, account.id()).isEmpty()) {
            throw new ChartRefused(Reason.IN_USE, code);
        }
        stores.chart().delete(client, account);
        Map<String, String> before = AccountFields.of(account).facts();
        record(stores, client, actor, AuditAction.ACCOUNT_REMOVED, account.code(), before, Map.of());
    }

    /** A line that is posted is never changed, so an account cannot begin to ask for what its lines do not say. */
    private static void checkRelation(Stores stores, ClientAccountId client, UsedAccount used, AccountFields fields) {
        Account account = used.account();
        String code = account.code().digits();
        Account changed = account(account.id(), account.code(), fields.withActive(true), account.postable());
        used.roles().stream()
                .filter(role -> role.misfit(changed).isPresent())
                .findFirst()
                .ifPresent(role -> {
                    throw new ChartRefused(Reason.RELATION_OF_ROLE, code, role.name());
                });
        long without = fields.relationType()
                .map(type -> stores.chart().linesWithout(client, account.id(), type))
                .orElse(used.lines());
        if (without > 0) {
            throw new ChartRefused(Reason.RELATION, code, Long.toString(without));
        }
    }

    private static void checkDeactivation(UsedAccount used, String reason) {
        checkHasNoRole(used);
        if (used.balance() != 0 && reason.isBlank()) {
            throw new ChartRefused(Reason.HAS_BALANCE, used.account().code().digits(), Long.toString(used.balance()));
        }
    }

    private static void checkHasNoRole(UsedAccount used) {
        if (!used.roles().isEmpty()) {
            String roles = used.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
            throw new ChartRefused(Reason.HAS_ROLE, used.account().code().digits(), roles);
        }
    }

    private static Account account(long id, AccountCode code, AccountFields fields, boolean postable) {
        return new Account(
                id,
                code,
                fields.nameNb(),
                fields.nameEn(),
                fields.relationType(),
                fields.defaultTaxCode().map(taxCode -> taxCode.code()),
                fields.saftGrouping(),
                fields.active(),
                postable);
    }

    private void record(
            Stores stores,
            ClientAccountId client,
            Actor actor,
            AuditAction action,
            AccountCode code,
            Map<String, String> before,
            Map<String, String> after) {
        stores.audit().record(client, new AuditEvent(clock.instant(), actor, action, code.digits(), before, after));
    }
}
