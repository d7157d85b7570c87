package no.avstemt.domain.journal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.EntryFault.Reason;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.time.Period;

/**
 * What makes an entry that a person or program wrote postable. All faults are told at once.
 *
 * <p>Kroner always balance. A foreign currency that stands on both sides of an entry balances too; one that stands on one
 * side only was exchanged.
 *
 * @param dimensions those that the entry names and the client account has, and whether they can be chosen
 */
public record EntryRules(
        Map<AccountCode, Account> accounts,
        MandatoryDimensions mandatory,
        Map<DimensionRef, Boolean> dimensions,
        LedgerAccounts ledgerAccounts,
        EntryTerms terms) {

    /** øre or minor units; ten thousand billion kroner are beyond any client of an accounting office. */
    public static final long LARGEST_AMOUNT = 1_000_000_000_000_000L;

    public static final int MOST_LINES = 1_000;

    private static final Set<Reason> NOT_TO_BE_SUMMED = Set.of(Reason.AMOUNT_TOO_LARGE, Reason.TOO_MANY_LINES);
    private static final int DECIMALS = 2;

    public EntryRules {
        accounts = Map.copyOf(accounts);
        dimensions = Map.copyOf(dimensions);
    }

    /** With the relation that each line's account asks for, where the line has a value of that type. */
    public EntryDraft related(EntryDraft draft) {
        return draft.with(draft.lines().stream()
                .map(line ->
                        line.relatedBy(line.account().flatMap(this::account).flatMap(Account::relationType)))
                .toList());
    }

    /** What is posted of it: with its relations, and base and tax where a line has only a code. */
    public EntryDraft completed(EntryDraft draft) {
        return TaxOfLine.completed(related(draft));
    }

    private Optional<Account> account(AccountCode code) {
        return Optional.ofNullable(accounts.get(code));
    }

    /** What even a draft cannot have, since it would point at nothing. */
    public List<EntryFault> faultsOfDraft(EntryDraft draft) {
        List<EntryFault> faults = new ArrayList<>();
        if (!Period.EVER.contains(draft.date())) {
            faults.add(EntryTerms.outside(draft.date(), Period.EVER));
        }
        if (draft.lines().size() > MOST_LINES) {
            faults.add(EntryFault.of(0, "lines", Reason.TOO_MANY_LINES, Integer.toString(MOST_LINES)));
        }
        draft.document()
                .flatMap(document -> document.partner())
                .ifPresent(partner -> dimension(partner, 0, "related_object.business_partner", faults));
        int lineNo = 0;
        for (DraftLine line : draft.lines()) {
            lineNo++;
            ofDraft(line, lineNo, faults);
        }
        return faults;
    }

    private void ofDraft(DraftLine line, int lineNo, List<EntryFault> faults) {
        line.account()
                .filter(code -> !accounts.containsKey(code))
                .ifPresent(code ->
                        faults.add(EntryFault.of(lineNo, "account_code", Reason.UNKNOWN_ACCOUNT, code.digits())));
        line.dimensions().all().forEach(ref -> dimension(ref, lineNo, "dimensions", faults));
        if (beyond(line.amount()) || beyond(line.currencyAmount())) {
            faults.add(EntryFault.of(lineNo, "debit", Reason.AMOUNT_TOO_LARGE));
        }
        if (line.currency().getDefaultFractionDigits() != DECIMALS) {
            faults.add(EntryFault.of(
                    lineNo,
                    "currency_code",
                    Reason.CURRENCY_NOT_TAKEN,
                    line.currency().getCurrencyCode()));
        }
    }

    /** Whether an amount of a currency comes to more kroner than are taken. */
    public static boolean beyond(long currencyAmount, BigDecimal exchangeRate) {
        BigDecimal ore = BigDecimal.valueOf(currencyAmount).abs().multiply(exchangeRate);
        return beyond(currencyAmount) || ore.compareTo(BigDecimal.valueOf(LARGEST_AMOUNT)) > 0;
    }

    static boolean beyond(long amount) {
        return amount > LARGEST_AMOUNT || amount < -LARGEST_AMOUNT;
    }

    private void dimension(DimensionRef ref, int lineNo, String field, List<EntryFault> faults) {
        Boolean active = dimensions.get(ref);
        if (active == null || !active) {
            Reason reason = active == null ? Reason.UNKNOWN_DIMENSION : Reason.DIMENSION_INACTIVE;
            faults.add(EntryFault.of(lineNo, field, reason, ref.type().apiName(), ref.key()));
        }
    }

    /** Everything that keeps it from being posted; none when it can be. */
    public List<EntryFault> faults(EntryDraft written) {
        EntryDraft draft = TaxOfLine.completed(written);
        List<EntryFault> faults = new ArrayList<>(faultsOfDraft(draft));
        if (Period.EVER.contains(draft.date())) {
            terms.fault(draft.date()).ifPresent(faults::add);
        }
        if (draft.description().isBlank()) {
            faults.add(EntryFault.of(0, "description", Reason.NO_DESCRIPTION));
        }
        draft.document().ifPresent(document -> dueDate(document, faults));
        boolean lacksRate = draft.lines().stream().anyMatch(EntryRules::lacksRate);
        if (!lacksRate) {
            substance(draft.lines()).ifPresent(reason -> faults.add(EntryFault.of(0, "lines", reason)));
        }
        int lineNo = 0;
        for (DraftLine line : draft.lines()) {
            lineNo++;
            account(line, lineNo, draft.date(), faults);
            currency(line, lineNo, draft.date(), faults);
            TaxOfLine.check(line, lineNo, draft.date(), terms, faults);
        }
        if (!lacksRate && faults.stream().map(EntryFault::reason).noneMatch(NOT_TO_BE_SUMMED::contains)) {
            balance(draft.lines(), faults);
            if (faults.stream().noneMatch(fault -> fault.field().startsWith("tax_"))) {
                faults.addAll(TaxOfEntry.faults(draft, terms.accounts()));
            }
        }
        return faults;
    }

    private static void dueDate(Document document, List<EntryFault> faults) {
        Document.dueTooEarly(document.date(), document.dueDate())
                .ifPresent(due -> faults.add(EntryFault.of(
                        0,
                        "related_object.due_date",
                        Reason.DUE_BEFORE_DATE,
                        due.toString(),
                        document.date().toString())));
    }

    /** What it comes to in kroner is not known. */
    static boolean lacksRate(DraftLine line) {
        return !line.currency().equals(Money.NOK) && line.exchangeRate().signum() <= 0;
    }

    /** One line with an amount does not balance, which says it better. */
    private static Optional<Reason> substance(List<DraftLine> lines) {
        if (lines.stream().anyMatch(line -> line.amount() != 0)) {
            return Optional.empty();
        }
        boolean isNothing = lines.stream().allMatch(line -> line.currencyAmount() == 0);
        return lines.size() < 2
                ? Optional.of(Reason.NO_LINES)
                : Optional.of(Reason.NO_AMOUNTS).filter(reason -> isNothing);
    }

    private void account(DraftLine line, int lineNo, LocalDate date, List<EntryFault> faults) {
        if (line.account().isEmpty()) {
            faults.add(EntryFault.of(lineNo, "account_code", Reason.NO_ACCOUNT));
            return;
        }
        line.account().flatMap(this::account).ifPresent(account -> {
            String code = account.code().digits();
            if (!account.postable()) {
                faults.add(EntryFault.of(lineNo, "account_code", Reason.ACCOUNT_NOT_POSTABLE, code));
            } else if (!account.active()) {
                faults.add(EntryFault.of(lineNo, "account_code", Reason.ACCOUNT_INACTIVE, code));
            }
            account.relationType()
                    .filter(type -> line.dimensions().of(type).isEmpty())
                    .ifPresent(type -> faults.add(
                            EntryFault.of(lineNo, "relation_id", Reason.RELATION_MISSING, code, type.apiName())));
            ledgerAccounts.fault(lineNo, account.code(), line.dimensions()).ifPresent(faults::add);
            terms.fault(lineNo, account.code(), date).ifPresent(faults::add);
            for (DimensionType type : new TreeSet<>(mandatory.of(account.code()))) {
                if (line.dimensions().of(type).isEmpty()
                        && !account.relationType().equals(Optional.of(type))) {
                    faults.add(EntryFault.of(lineNo, "dimensions", Reason.DIMENSION_MISSING, code, type.apiName()));
                }
            }
        });
    }

    private static void currency(DraftLine line, int lineNo, LocalDate date, List<EntryFault> faults) {
        BigDecimal rate = line.exchangeRate();
        if (line.currency().equals(Money.NOK)) {
            if (line.currencyAmount() != line.amount() || rate.compareTo(BigDecimal.ONE) != 0) {
                faults.add(EntryFault.of(lineNo, "exchange_rate", Reason.KRONER_WITH_RATE));
            }
        } else if (lacksRate(line)) {
            String currency = line.currency().getCurrencyCode();
            faults.add(EntryFault.of(lineNo, "exchange_rate", Reason.RATE_MISSING, currency, date.toString()));
        } else if (Long.signum(line.currencyAmount()) * Long.signum(line.amount()) < 0) {
            faults.add(EntryFault.of(lineNo, "debit_amount", Reason.AMOUNTS_DIFFER_IN_SIGN));
        } else if (!beyond(line.currencyAmount()) && !beyond(line.amount())) {
            BigDecimal exact = BigDecimal.valueOf(line.currencyAmount()).multiply(rate);
            if (exact.subtract(BigDecimal.valueOf(line.amount())).abs().compareTo(BigDecimal.ONE) > 0) {
                faults.add(EntryFault.of(
                        lineNo,
                        "exchange_rate",
                        Reason.RATE_DOES_NOT_FIT,
                        exact.setScale(0, RoundingMode.HALF_UP).toPlainString(),
                        rate.toPlainString()));
            }
        }
    }

    private static void balance(List<DraftLine> lines, List<EntryFault> faults) {
        long kroner = 0;
        Map<Currency, Sides> foreign = new LinkedHashMap<>();
        for (DraftLine line : lines) {
            kroner = Math.addExact(kroner, line.amount());
            if (!line.currency().equals(Money.NOK)) {
                foreign.merge(line.currency(), Sides.of(line.currencyAmount()), Sides::plus);
            }
        }
        if (kroner != 0) {
            faults.add(EntryFault.of(0, "lines", Reason.UNBALANCED, Long.toString(kroner)));
        }
        foreign.forEach((currency, sides) -> {
            if (sides.debit() != 0 && sides.credit() != 0 && sides.difference() != 0) {
                faults.add(EntryFault.of(
                        0,
                        "lines",
                        Reason.UNBALANCED_IN_CURRENCY,
                        currency.getCurrencyCode(),
                        Long.toString(sides.difference())));
            }
        });
    }

    private record Sides(long debit, long credit) {

        static Sides of(long amount) {
            return new Sides(Math.max(amount, 0), Math.min(amount, 0));
        }

        Sides plus(Sides other) {
            return new Sides(Math.addExact(debit, other.debit), Math.addExact(credit, other.credit));
        }

        long difference() {
            return Math.addExact(debit, credit);
        }
    }
}
