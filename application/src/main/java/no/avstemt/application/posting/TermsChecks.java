package no.avstemt.application.posting;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import no.avstemt.application.Stores;
import no.avstemt.application.posting.TermsRefused.Reason;
import no.avstemt.application.posting.TermsStore.Stored;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.ChartOfAccounts;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.posting.CategoryRule;
import no.avstemt.domain.posting.RuleOverride;
import no.avstemt.domain.settlement.EntryType;

/** What a rule of a client account must be before it is kept. Throws {@link TermsRefused}. */
final class TermsChecks {

    /** Booked against one of these, an entry would undo itself or look like another. */
    private static final Set<AccountRole> OF_VIPPS =
            EnumSet.of(AccountRole.VIPPS_FUNDS, AccountRole.VIPPS_FEES_OWED, AccountRole.FEES_IN_TRANSFER);

    private static final Set<EntryType> PAYOUTS = EnumSet.of(EntryType.PAYOUT_SCHEDULED, EntryType.PAYOUT_ABORTED);

    private TermsChecks() {}

    /** @param own of the rule itself, where it is kept already */
    static void check(Stores stores, ClientAccountId client, Optional<Long> own, CategoryRule rule) {
        checkAccount(stores, client, rule.account(), rule.taxCode());
        boolean isKept = stores.terms().categories(client).stream()
                .anyMatch(known -> own.equals(Optional.of(known.id()))
                        && open(known.rule()).equals(open(rule)));
        if (!isKept) {
            checkTaxOfSale(stores, client, rule);
        }
        rule.unit()
                .filter(number -> stores.ledgers().of(client).stream()
                        .flatMap(ledger -> stores.ledgers().units(client, ledger.id()).stream())
                        .noneMatch(known -> known.number().equals(number)))
                .ifPresent(number -> {
                    throw new TermsRefused(Reason.NO_UNIT, number);
                });
        first(stores.terms().categories(client), own, known -> isSameKey(known, rule))
                .ifPresent(first -> {
                    throw new TermsRefused(
                            Reason.DOUBLED,
                            first.category(),
                            first.from().toString(),
                            first.account().digits());
                });
    }

    /** A rule that was kept before this was asked of it can be ended. */
    private static void checkTaxOfSale(Stores stores, ClientAccountId client, CategoryRule rule) {
        rule.taxCode().ifPresent(code -> {
            if (!code.isOfSales()) {
                throw new TermsRefused(Reason.TAX_OF_PURCHASE, code.code());
            }
            if (!code.isValidOn(rule.from())) {
                throw new TermsRefused(
                        Reason.TAX_NOT_VALID, code.code(), rule.from().toString());
            }
            VatRegistration vat = stores.clients().find(client).orElseThrow().vat();
            if (code.isOfRegistered() && !vat.holdsOn(rule.from())) {
                throw new TermsRefused(
                        Reason.TAX_NEEDS_REGISTRATION, code.code(), rule.from().toString());
            }
        });
    }

    /** @param own of the rule itself, where it is kept already */
    static void check(Stores stores, ClientAccountId client, Optional<Long> own, RuleOverride rule) {
        AccountCode account = accountOf(stores, client, rule);
        checkAccount(stores, client, account, rule.taxCode());
        checkNoTax(stores, client, own, rule);
        if (PAYOUTS.contains(rule.type()) && account.digits().charAt(0) >= '3') {
            throw new TermsRefused(Reason.RESULT_ACCOUNT, account.digits());
        }
        first(stores.terms().overrides(client), own, known -> isSameKey(known, rule))
                .ifPresent(first -> {
                    throw new TermsRefused(
                            Reason.DOUBLED,
                            first.type().name(),
                            first.from().toString(),
                            accountOf(stores, client, first).digits());
                });
    }

    /** The whole amount is booked, so a code with tax in it would promise a split. One that was kept can be ended. */
    private static void checkNoTax(Stores stores, ClientAccountId client, Optional<Long> own, RuleOverride rule) {
        rule.taxCode()
                .filter(TaxCode::hasTax)
                .filter(code -> stores.terms().overrides(client).stream()
                        .noneMatch(known -> own.equals(Optional.of(known.id()))
                                && open(known.rule()).equals(open(rule))))
                .ifPresent(code -> {
                    throw new TermsRefused(Reason.TAX_IN_RULE, code.code());
                });
    }

    private static AccountCode accountOf(Stores stores, ClientAccountId client, RuleOverride rule) {
        return rule.account().orElseGet(() -> stores.clients().chart(client).account(rule.role()));
    }

    private static boolean isSameKey(CategoryRule one, CategoryRule other) {
        return CategoryRule.key(one.category()).equals(CategoryRule.key(other.category()))
                && one.unit().equals(other.unit())
                && one.from().equals(other.from());
    }

    private static boolean isSameKey(RuleOverride one, RuleOverride other) {
        return one.type() == other.type() && one.from().equals(other.from());
    }

    private static <T> Optional<T> first(List<Stored<T>> rules, Optional<Long> own, Predicate<T> isSame) {
        return rules.stream()
                .filter(stored -> !own.equals(Optional.of(stored.id())))
                .map(Stored::rule)
                .filter(isSame)
                .findFirst();
    }

    private static void checkAccount(
            Stores stores, ClientAccountId client, AccountCode code, Optional<TaxCode> taxCode) {
        Account account = stores.clients().accounts(client).stream()
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new TermsRefused(Reason.NO_ACCOUNT, code.digits()));
        if (!account.active() || !account.postable()) {
            throw new TermsRefused(Reason.CLOSED_ACCOUNT, code.digits());
        }
        account.relationType().filter(type -> type != DimensionType.BANKACC).ifPresent(type -> {
            throw new TermsRefused(Reason.RELATION, code.digits(), type.apiName());
        });
        ChartOfAccounts chart = stores.clients().chart(client);
        for (AccountRole role : AccountRole.values()) {
            boolean undoes = OF_VIPPS.contains(role) || role.kind() == AccountRole.Kind.VAT;
            if (undoes && chart.account(role).equals(code)) {
                throw new TermsRefused(Reason.UNDOES, code.digits());
            }
        }
        taxCode.filter(chosen -> !chosen.suits(code)).ifPresent(chosen -> {
            throw new TermsRefused(Reason.TAX_CODE, chosen.code(), code.digits());
        });
    }

    static void checkUnused(Stores stores, ClientAccountId client, LocalDate from) {
        booked(stores, client, from).ifPresent(TermsChecks::refuseInUse);
    }

    /** Refuses what would change how booked dates are booked. */
    static void checkStays(Stores stores, ClientAccountId client, CategoryRule was, CategoryRule rule) {
        booked(stores, client, was.from())
                .filter(booked -> !open(was).equals(open(rule)) || isMoved(was.to(), rule.to(), booked))
                .ifPresent(TermsChecks::refuseInUse);
    }

    /** Refuses what would change how booked dates are booked. */
    static void checkStays(Stores stores, ClientAccountId client, RuleOverride was, RuleOverride rule) {
        booked(stores, client, was.from())
                .filter(booked -> !open(was).equals(open(rule)) || isMoved(was.to(), rule.to(), booked))
                .ifPresent(TermsChecks::refuseInUse);
    }

    private static CategoryRule open(CategoryRule rule) {
        return new CategoryRule(
                rule.category(), rule.unit(), rule.account(), rule.taxCode(), rule.from(), Optional.empty());
    }

    private static RuleOverride open(RuleOverride rule) {
        return new RuleOverride(
                rule.type(), rule.role(), rule.account(), rule.taxCode(), rule.from(), Optional.empty());
    }

    /** Whether the rule holds on other booked dates with another last day. */
    private static boolean isMoved(Optional<LocalDate> was, Optional<LocalDate> now, LocalDate booked) {
        return !was.equals(now)
                && (was.filter(booked::isAfter).isPresent()
                        || now.filter(booked::isAfter).isPresent());
    }

    private static Optional<LocalDate> booked(Stores stores, ClientAccountId client, LocalDate from) {
        return stores.ledgers().of(client).stream()
                .flatMap(ledger -> stores.ledgers().state(client, ledger.id()).bookedTo().stream())
                .filter(booked -> !booked.isBefore(from))
                .max(LocalDate::compareTo);
    }

    private static void refuseInUse(LocalDate booked) {
        throw new TermsRefused(Reason.IN_USE, booked.toString());
    }
}
