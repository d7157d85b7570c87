package no.avstemt.domain.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A code that says how a line is treated for value added tax. The codes are data, in {@code tax-codes.csv} beside this
 * class, with Skatteetaten's standard tax codes (list of 2021-04-14) as their numbers; there is one object for each.
 *
 * <p>A rate is in basis points: 2500 is 25 %.
 */
public final class TaxCode {

    private static final List<TaxCode> TABLE = read();
    private static final Map<String, TaxCode> BY_CODE =
            TABLE.stream().collect(Collectors.toMap(TaxCode::code, Function.identity()));

    public static final TaxCode NO_TREATMENT_COST = named("0");
    public static final TaxCode INPUT_HIGH = named("1");
    public static final TaxCode OUTPUT_HIGH = named("3");
    public static final TaxCode OUTPUT_MIDDLE = named("31");
    public static final TaxCode OUTPUT_RAW_FISH = named("32");
    public static final TaxCode OUTPUT_LOW = named("33");
    public static final TaxCode ZERO_RATED = named("5");
    public static final TaxCode EXPORT = named("52");
    public static final TaxCode OUTSIDE = named("6");
    public static final TaxCode NO_TREATMENT_INCOME = named("7");

    /** Whether a line with the code is about what was sold or what was bought. */
    public enum Side {
        SALE,
        PURCHASE
    }

    /** Where the tax is. */
    public enum Calculation {
        /** There is none, or it is calculated elsewhere. */
        NONE,
        /** In the gross amount. */
        INCLUDED,
        /** On top of the amount: the buyer owes it, and deducts it again where the code is deductible. */
        REVERSE,
        /** The whole amount is tax, as a customs declaration gives it. */
        ALONE
    }

    private final String code;
    private final String standardCode;
    private final Side side;
    private final Calculation calculation;
    private final Optional<RateHistory> rate;
    private final boolean deductible;
    private final boolean reported;
    private final Optional<AccountRole> outputTax;
    private final Optional<AccountRole> inputTax;
    private final Optional<AccountRole> base;
    private final Optional<LocalDate> validFrom;
    private final Optional<LocalDate> validTo;
    private final String nameNb;
    private final String nameEn;

    private TaxCode(String[] cell, Map<String, RateHistory> rates) {
        code = cell[0];
        standardCode = cell[1];
        side = Side.valueOf(cell[2].toUpperCase(Locale.ROOT));
        calculation = Calculation.valueOf(cell[3].toUpperCase(Locale.ROOT));
        rate = given(cell[4]).map(name -> rates.get(name));
        deductible = cell[5].equals("yes");
        reported = cell[6].equals("yes");
        outputTax = given(cell[7]).map(AccountRole::valueOf);
        inputTax = given(cell[8]).map(AccountRole::valueOf);
        base = given(cell[9]).map(AccountRole::valueOf);
        validFrom = given(cell[10]).map(LocalDate::parse);
        validTo = given(cell[11]).map(LocalDate::parse);
        nameNb = cell[12];
        nameEn = cell[13];
    }

    private static Optional<String> given(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    private static List<TaxCode> read() {
        Map<String, RateHistory> rates = RateHistory.all();
        return Table.rows("tax-codes.csv").stream()
                .map(cell -> new TaxCode(cell, rates))
                .toList();
    }

    private static TaxCode named(String code) {
        return of(code).orElseThrow(() -> new IllegalStateException("The table lacks tax code " + code));
    }

    /** In the order of the table: purchases, sales, purchases from abroad. */
    static List<TaxCode> all() {
        return TABLE;
    }

    public static Optional<TaxCode> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The output code of a sale at this rate above zero; none for a rate that the law did not have on that date. */
    public static Optional<TaxCode> ofSalesRate(int basisPoints, LocalDate date) {
        return TABLE.stream()
                .filter(taxCode -> taxCode.side == Side.SALE
                        && taxCode.calculation == Calculation.INCLUDED
                        && taxCode.isValidOn(date)
                        && taxCode.rateBasisPoints(date) == basisPoints)
                .findFirst();
    }

    /** As in the books, in SAF-T and in the API. */
    public String code() {
        return code;
    }

    /** As in SAF-T's {@code StandardTaxCode}. */
    public String standardCode() {
        return standardCode;
    }

    public Side side() {
        return side;
    }

    public Calculation calculation() {
        return calculation;
    }

    public String name(String language) {
        return language.equals("en") ? nameEn : nameNb;
    }

    /** None for codes to which no rate belongs, which is something else than a rate of zero. */
    public Optional<RateHistory> rate() {
        return rate;
    }

    /** 0 for codes to which no rate belongs. */
    public int rateBasisPoints(LocalDate date) {
        return rate.map(history -> history.on(date)).orElse(0);
    }

    /** Whether input tax of this code is deducted; else it is part of the cost. */
    public boolean isDeductible() {
        return deductible;
    }

    /** Whether tax is in the amount or on top of it, or was calculated elsewhere at a rate above zero. */
    public boolean hasTax() {
        return calculation != Calculation.NONE
                || rate.stream()
                        .flatMap(history -> history.changes().stream())
                        .anyMatch(change -> change.basisPoints() > 0);
    }

    /** Whether it adds tax to a sale or deducts that of a purchase, which only who is in the VAT register does. */
    public boolean isOfRegistered() {
        return side == Side.SALE ? outputTax.isPresent() : deductible;
    }

    /** Whether what is sold can be booked with it; without treatment it may stand on a cost that a sale takes back. */
    public boolean isOfSales() {
        return side == Side.SALE || this == NO_TREATMENT_COST;
    }

    /** Whether its lines stand in the VAT return. */
    public boolean isReported() {
        return reported;
    }

    public Optional<LocalDate> validFrom() {
        return validFrom;
    }

    /** The last day. */
    public Optional<LocalDate> validTo() {
        return validTo;
    }

    public boolean isValidOn(LocalDate date) {
        return validFrom.filter(date::isBefore).isEmpty()
                && validTo.filter(date::isAfter).isEmpty();
    }

    /**
     * Where the base of what Vipps tells of is booked with this code.
     *
     * @throws IllegalStateException for codes of purchases, whose account is chosen each time
     */
    public AccountRole base() {
        return base.orElseThrow(() -> new IllegalStateException("No account belongs to the base of tax code " + code));
    }

    /** Where the tax in an amount is booked; none for codes without tax in it, and so for tax on top of it. */
    public Optional<AccountRole> tax() {
        return calculation == Calculation.REVERSE ? Optional.empty() : outputTax.or(() -> inputTax);
    }

    /** Where tax that is owed is booked. */
    public Optional<AccountRole> outputTax() {
        return outputTax;
    }

    /** Where tax that is deducted is booked; none where the tax is part of the cost. */
    public Optional<AccountRole> inputTax() {
        return inputTax;
    }

    /**
     * Whether a line with this code can stand on the account: what is sold on sales and other income, what is bought on
     * costs, fixed assets, stock and prepayments; import VAT that was paid only on accounts of VAT.
     */
    public boolean suits(AccountCode account) {
        int group = account.range() / 100;
        if (side == Side.SALE) {
            return account.digits().charAt(0) == '3' || rate.isEmpty() && group == 80;
        }
        if (calculation == Calculation.ALONE) {
            return group == 27;
        }
        boolean bought = group <= 14 || group == 17 || group >= 40 && group < 80;
        return bought || rate.isEmpty() && group == 81;
    }

    /**
     * The tax inside a gross amount, half up on the magnitude: {@code round(gross × rate / (100 % + rate))}. The rest of
     * the gross is the base, so nothing is lost. 0 for codes without tax in the amount.
     */
    public long taxInGross(long grossMinor, LocalDate date) {
        return switch (calculation) {
            case INCLUDED -> share(grossMinor, rateBasisPoints(date), 10_000L + rateBasisPoints(date));
            case ALONE -> grossMinor;
            case NONE, REVERSE -> 0;
        };
    }

    /** The tax that a buyer calculates on top of an amount, half up on the magnitude; 0 for codes without it. */
    public long taxOnTop(long baseMinor, LocalDate date) {
        return calculation == Calculation.REVERSE ? share(baseMinor, rateBasisPoints(date), 10_000L) : 0;
    }

    /** The tax that belongs to a base at the rate of the date, half up on the magnitude; 0 for codes without tax. */
    public long taxOfBase(long baseMinor, LocalDate date) {
        return calculation == Calculation.NONE ? 0 : share(baseMinor, rateBasisPoints(date), 10_000L);
    }

    private static long share(long amount, long part, long whole) {
        long magnitude = Math.abs(amount);
        long tax = Math.addExact(Math.multiplyExact(Math.multiplyExact(magnitude, part), 2L), whole) / (2 * whole);
        return amount < 0 ? -tax : tax;
    }

    @Override
    public String toString() {
        return code;
    }
}
