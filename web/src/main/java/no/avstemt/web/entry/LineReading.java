package no.avstemt.web.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.avstemt.application.journal.EntryChoices;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.currency.ExchangeRate;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.EntryRules;
import no.avstemt.domain.journal.GrossLine;
import no.avstemt.domain.journal.GrossLine.Apart;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.register.Label;
import no.avstemt.web.page.Choosing;
import no.avstemt.web.page.Faults;
import no.avstemt.web.text.Texts;

/** What one line of the form means. What can mean nothing is told, and counts as left out. */
final class LineReading {

    private static final int LONGEST_TEXT = 500;

    private final TypedLine typed;
    private final int lineNo;
    private final EntryChoices choices;
    private final LocalDate day;
    private final Texts texts;
    private final Faults faults;

    /** @param day of the entry, whose rate stands for one that is left out */
    LineReading(TypedLine typed, int lineNo, EntryChoices choices, LocalDate day, Texts texts, Faults faults) {
        this.typed = typed;
        this.lineNo = lineNo;
        this.choices = choices;
        this.day = day;
        this.texts = texts;
        this.faults = faults;
    }

    GrossLine line() {
        Currency currency = currency();
        BigDecimal rate = rate(currency);
        long amount = amount(rate);
        Optional<String> taxCode = taxCode();
        return new GrossLine(account(), amount, currency, rate, taxCode, apart(amount, taxCode), dimensions(), text());
    }

    private void fault(LineField field, String key, String... arguments) {
        faults.add(field.at(lineNo), texts.get("entry-form.line", Integer.toString(lineNo), texts.get(key, arguments)));
    }

    private Optional<AccountCode> account() {
        String text = typed.get(LineField.ACCOUNT);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<Account> open = choices.accounts().stream()
                .filter(Account::active)
                .filter(Account::postable)
                .toList();
        Choosing.Found<Account> found =
                Choosing.of(text, open, account -> account.code().digits(), account -> account.name(texts.tag()));
        String first = text.split("\\s", 2)[0];
        if (found.one().isEmpty() && AccountCode.isCode(first)) {
            return Optional.of(new AccountCode(first));
        }
        if (found.one().isEmpty()) {
            fault(LineField.ACCOUNT, found.several() ? "entry-form.severalAccounts" : "entry-form.noSuchAccount", text);
        }
        return found.one().map(Account::code);
    }

    private String text() {
        String text = typed.get(LineField.TEXT);
        if (text.length() > LONGEST_TEXT) {
            fault(LineField.TEXT, "entry-form.tooLong", Integer.toString(LONGEST_TEXT));
            return text.substring(0, LONGEST_TEXT);
        }
        return text;
    }

    private Currency currency() {
        String text = typed.get(LineField.CURRENCY).toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            return Money.NOK;
        }
        try {
            return Currency.getInstance(text);
        } catch (IllegalArgumentException e) {
            fault(LineField.CURRENCY, "entry-form.noSuchCurrency", text);
            return Money.NOK;
        }
    }

    /** Zero for a currency without a rate, which the rules refuse. */
    private BigDecimal rate(Currency currency) {
        String text = typed.get(LineField.RATE);
        Optional<BigDecimal> rate = TypedAmount.rate(text);
        if (rate.isEmpty() && !text.isEmpty()) {
            fault(LineField.RATE, "entry-form.noRate", text);
        }
        if (currency.equals(Money.NOK)) {
            return rate.orElse(BigDecimal.ONE);
        }
        return rate.or(() -> text.isEmpty() ? choices.rate(currency, day).map(ExchangeRate::perUnit) : Optional.empty())
                .orElse(BigDecimal.ZERO);
    }

    private long amount(BigDecimal rate) {
        long debit = side(LineField.DEBIT);
        long credit = side(LineField.CREDIT);
        if (debit != 0 && credit != 0) {
            fault(LineField.CREDIT, "entry-form.bothSides");
        }
        long amount = debit - credit;
        BigDecimal inOre = BigDecimal.valueOf(amount).abs().multiply(rate);
        if (inOre.compareTo(BigDecimal.valueOf(EntryRules.LARGEST_AMOUNT)) > 0) {
            fault(debit == 0 ? LineField.CREDIT : LineField.DEBIT, "entry-fault.amount-too-large");
            return 0;
        }
        return amount;
    }

    private long side(LineField field) {
        String text = typed.get(field);
        if (text.isEmpty()) {
            return 0;
        }
        Optional<Long> amount = TypedAmount.minor(text);
        if (amount.isEmpty()) {
            fault(field, "entry-form.noAmount", text);
        } else if (amount.get() > EntryRules.LARGEST_AMOUNT) {
            fault(field, "entry-fault.amount-too-large");
            return 0;
        }
        return amount.orElse(0L);
    }

    private Optional<String> taxCode() {
        return Optional.of(typed.get(LineField.TAX_CODE).split("\\s", 2)[0]).filter(code -> !code.isEmpty());
    }

    /** As it came with the line, as long as its amount and code are the same. */
    private Optional<Apart> apart(long amount, Optional<String> taxCode) {
        String[] kept = typed.get(LineField.APART).split(":", -1);
        boolean same = kept.length == 4
                && kept[0].equals(Long.toString(amount))
                && taxCode.filter(kept[1]::equals).isPresent()
                && isNumber(kept[2])
                && isNumber(kept[3]);
        return same ? Optional.of(new Apart(Long.parseLong(kept[2]), Long.parseLong(kept[3]))) : Optional.empty();
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]{1,16}");
    }

    static String apart(GrossLine line) {
        return line.apart()
                .map(kept ->
                        line.amount() + ":" + line.taxCode().orElse("") + ":" + kept.taxBase() + ":" + kept.taxAmount())
                .orElse("");
    }

    private DimensionSet dimensions() {
        List<DimensionRef> refs = new ArrayList<>();
        for (LineField field : LineField.values()) {
            field.dimension().flatMap(type -> value(field, type)).ifPresent(refs::add);
        }
        return DimensionSet.of(refs);
    }

    private Optional<DimensionRef> value(LineField field, DimensionType type) {
        String text = typed.get(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Choosing.Found<Label> found = Choosing.of(text, choices.of(type), Label::number, Label::name);
        if (found.several()) {
            fault(field, "entry-form.severalValues", text);
            return Optional.empty();
        }
        return Optional.of(new DimensionRef(type, found.one().map(Label::number).orElse(text)));
    }
}
