package no.avstemt.domain.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.SaftGrouping;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.chart.TaxCodes;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.time.Period;
import org.junit.jupiter.api.Test;

/** Tax that lines tell of, and tax on its accounts, for any vouchers. */
class TaxOfEntryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Map<AccountRole, AccountCode> ROLES = Arrays.stream(AccountRole.values())
            .collect(Collectors.toMap(Function.identity(), AccountRole::defaultAccount));
    private static final EntryRules RULES = rules();
    private static final int ROUNDS = 2_000;

    @Test
    void what_a_voucher_is_split_into_can_be_posted_and_no_ore_of_its_tax_can_move() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String where = "seed " + seed + ", round " + round;
            EntryDraft voucher = voucher(random);

            assertEquals(List.of(), RULES.faults(voucher), where);
            EntryDraft completed = RULES.completed(voucher);
            assertEquals(told(completed), booked(completed), where);

            movedByOneOre(voucher, random)
                    .ifPresent(moved -> assertTrue(
                            RULES.faults(moved).stream()
                                    .anyMatch(fault -> fault.reason() == EntryFault.Reason.TAX_NOT_ON_ITS_ACCOUNT),
                            where));
        }
    }

    @Test
    void whatever_base_and_tax_are_told_what_is_taken_agrees_with_rate_and_accounts() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<TaxCode> codes = codes();
        int taken = 0;
        for (int round = 0; round < 10 * ROUNDS; round++) {
            TaxCode code = codes.get(random.nextInt(codes.size()));
            long amount = amount(random);
            long base = random.nextBoolean() ? amount : amount(random);
            long tax = code.taxOfBase(base, DAY) + random.nextInt(9) - 4;
            DraftLine coded = inKroner(account(code), amount)
                    .withTax(
                            code.code(), Optional.of(base), random.nextBoolean() ? Optional.of(tax) : Optional.empty());
            List<DraftLine> lines = new ArrayList<>(List.of(coded));
            code.tax().map(ROLES::get).ifPresent(account -> lines.add(inKroner(account.digits(), tax)));
            EntryDraft draft = balanced(lines);
            EntryDraft completed = RULES.completed(draft);
            DraftLine line = completed.lines().get(0);

            if (RULES.faults(draft).isEmpty()) {
                taken++;
                long off = line.taxAmount().orElseThrow()
                        - code.taxOfBase(line.taxBase().orElseThrow(), DAY);
                assertTrue(Math.abs(off) <= Math.max(1, Math.abs(tax) / 900), "seed " + seed + ": " + draft);
                assertEquals(told(completed), booked(completed), "seed " + seed + ": " + draft);
            }
        }
        assertTrue(taken > ROUNDS, "Taken: " + taken);
    }

    @Test
    void a_draft_keeps_what_was_written_and_shows_what_its_code_comes_to_in_the_form() {
        DraftLine coded = new DraftLine(
                Optional.of(new AccountCode("3000")),
                -80_00,
                Money.NOK,
                -80_00,
                BigDecimal.ONE,
                Optional.of("3"),
                Optional.empty(),
                Optional.empty(),
                DimensionSet.NONE,
                "");
        EntryDraft draft = balanced(List.of(coded, inKroner("2700", -20_00)));

        assertEquals(Optional.empty(), RULES.related(draft).lines().get(0).taxAmount());
        assertEquals(Optional.of(-20_00L), RULES.completed(draft).lines().get(0).taxAmount());
        List<GrossLine> alone = new TaxLines(ROLES).joined(List.of(coded), DAY);
        assertEquals(new GrossLine.Apart(-80_00, -20_00), alone.get(0).apart().orElseThrow());
    }

    private static List<TaxCode> codes() {
        return TaxCodes.on(DAY).stream()
                .filter(code -> code.calculation() == TaxCode.Calculation.INCLUDED)
                .toList();
    }

    private static String account(TaxCode code) {
        return switch (code.calculation()) {
            case ALONE ->
                Optional.ofNullable(ROLES.get(code.tax().orElseThrow()))
                        .orElseThrow()
                        .digits();
            default -> code.side() == TaxCode.Side.SALE ? "3000" : "6300";
        };
    }

    private static long amount(Random random) {
        return random.nextInt(10) == 0 ? random.nextInt(9) - 4 : random.nextLong(-10_000_000, 10_000_000);
    }

    private static EntryDraft voucher(Random random) {
        List<TaxCode> codes = TaxCodes.on(DAY);
        List<GrossLine> lines = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            TaxCode code = codes.get(random.nextInt(codes.size()));
            boolean kroner = random.nextBoolean();
            lines.add(new GrossLine(
                    Optional.of(new AccountCode(account(code))),
                    kroner ? amount(random) : Math.abs(amount(random)),
                    kroner ? Money.NOK : Currency.getInstance("EUR"),
                    kroner ? BigDecimal.ONE : BigDecimal.valueOf(10_000 + random.nextInt(200_000), 4),
                    Optional.of(code.code()),
                    Optional.empty(),
                    DimensionSet.NONE,
                    ""));
        }
        return balanced(new TaxLines(ROLES)
                .split(lines, DAY).stream().flatMap(List::stream).toList());
    }

    private static EntryDraft balanced(List<DraftLine> lines) {
        long sum = lines.stream().mapToLong(DraftLine::amount).sum();
        List<DraftLine> all = new ArrayList<>(lines);
        all.add(inKroner("2050", -sum - 1));
        all.add(inKroner("2050", 1));
        return new EntryDraft(DAY, "Bilag", Optional.empty(), all);
    }

    /** From a line on an account of tax to one that is not. */
    private static Optional<EntryDraft> movedByOneOre(EntryDraft draft, Random random) {
        List<DraftLine> lines = new ArrayList<>(draft.lines());
        List<Integer> ofTax = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            DraftLine line = lines.get(i);
            boolean isOfTax =
                    RULES.terms().accounts().all().contains(line.account().orElseThrow());
            if (isOfTax && line.taxCode().isEmpty()) {
                ofTax.add(i);
            }
        }
        if (ofTax.isEmpty()) {
            return Optional.empty();
        }
        int one = ofTax.get(random.nextInt(ofTax.size()));
        lines.add(inKroner(lines.get(one).account().orElseThrow().digits(), 1));
        lines.add(inKroner("2050", -1));
        return Optional.of(new EntryDraft(DAY, "Bilag", Optional.empty(), lines));
    }

    private static Map<AccountCode, Long> told(EntryDraft draft) {
        Map<AccountCode, Long> told = new HashMap<>();
        for (DraftLine line : draft.lines()) {
            line.taxCode().flatMap(TaxCode::of).ifPresent(code -> {
                long tax = line.taxAmount().orElseThrow();
                if (code.calculation() == TaxCode.Calculation.REVERSE) {
                    told.merge(ROLES.get(code.outputTax().orElseThrow()), -tax, Long::sum);
                    code.inputTax().ifPresent(role -> told.merge(ROLES.get(role), tax, Long::sum));
                } else {
                    code.tax().ifPresent(role -> told.merge(ROLES.get(role), tax, Long::sum));
                }
            });
        }
        told.values().removeIf(sum -> sum == 0);
        return told;
    }

    private static Map<AccountCode, Long> booked(EntryDraft draft) {
        Map<AccountCode, Long> booked = new HashMap<>();
        for (DraftLine line : draft.lines()) {
            if (RULES.terms().accounts().all().contains(line.account().orElseThrow())) {
                booked.merge(line.account().orElseThrow(), line.amount(), Long::sum);
            }
        }
        booked.values().removeIf(sum -> sum == 0);
        return booked;
    }

    private static DraftLine inKroner(String account, long amount) {
        return DraftLine.inKroner(Optional.of(new AccountCode(account)), amount, DimensionSet.NONE, "");
    }

    private static EntryRules rules() {
        TaxAccounts tax = TaxAccounts.of(ROLES);
        assertFalse(tax.ofRegistered().contains(new AccountCode("2704")));
        Map<AccountCode, Account> accounts = new HashMap<>();
        tax.all().forEach(code -> accounts.put(code, account(code)));
        for (String code : List.of("3000", "6300", "2050")) {
            accounts.put(new AccountCode(code), account(new AccountCode(code)));
        }
        return new EntryRules(
                accounts,
                new MandatoryDimensions(Map.of()),
                Map.of(),
                new LedgerAccounts(Set.of(), Set.of()),
                new EntryTerms(Period.EVER, VatRegistration.ALWAYS, tax));
    }

    private static Account account(AccountCode code) {
        SaftGrouping grouping = new SaftGrouping("annenDriftskostnad", "6300");
        return new Account(
                1, code, code.digits(), code.digits(), Optional.empty(), Optional.empty(), grouping, true, true);
    }
}
