package no.avstemt.web.register;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import no.avstemt.application.register.KeepRegister;
import no.avstemt.application.register.Register.Stored;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.register.BankAccount;
import no.avstemt.domain.register.Bban;
import no.avstemt.domain.register.Iban;
import no.avstemt.domain.register.Label;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;
import no.avstemt.web.text.Message;

/** The client's accounts in banks, and its ledgers at Vipps. */
record BankAccountView(KeepRegister<BankAccount> keep) implements RegisterView<BankAccount> {

    private static final Pattern ACCOUNT_CODE = Pattern.compile("[1-9][0-9]{3,7}");

    private static final Kind<String> NUMBER_KIND = Kind.text(Label.LONGEST_NUMBER)
            .as(BankAccountView::number, number -> number, Message.of("register.allowed.bank"));
    private static final Kind<Iban> IBAN_KIND =
            Kind.text(50).as(Iban::parse, Iban::text, Message.of("register.allowed.iban"));
    private static final Kind<Currency> CURRENCY_KIND = Kind.text(3)
            .as(BankAccountView::currency, Currency::getCurrencyCode, Message.of("register.allowed.currency"));
    private static final Kind<AccountCode> ACCOUNT_KIND =
            Kind.text(8).as(BankAccountView::account, AccountCode::digits, Message.of("register.allowed.account"));

    private static final Field<String> NUMBER = Field.required("number", NUMBER_KIND)
            .describedAs("The account's number in the bank; of a ledger at Vipps, the ledger's id.");
    private static final Field<Optional<Iban>> IBAN = Field.optional("iban", IBAN_KIND);
    private static final Field<Currency> CURRENCY =
            Field.withDefault("currency", CURRENCY_KIND, Currency.getInstance("NOK"));
    private static final Field<Optional<AccountCode>> ACCOUNT =
            Field.optional("account_code", ACCOUNT_KIND).describedAs("Where its money stands in the client's chart.");

    private static Optional<String> number(String text) {
        return Label.number(Bban.isNorwegian(text) ? Bban.plain(text) : text);
    }

    private static Optional<Currency> currency(String text) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static Optional<AccountCode> account(String text) {
        return Optional.of(text.strip())
                .filter(code -> ACCOUNT_CODE.matcher(code).matches())
                .map(AccountCode::new);
    }

    @Override
    public String path() {
        return "bank-accounts";
    }

    @Override
    public Shape shape() {
        return Shape.of("WrittenBankAccount", NUMBER, Labels.NAME, IBAN, CURRENCY, ACCOUNT, Labels.ACTIVE);
    }

    @Override
    public BankAccount read(Body body) {
        return new BankAccount(
                new Label(body.get(NUMBER), body.get(Labels.NAME), body.get(Labels.ACTIVE)),
                body.get(IBAN),
                body.get(CURRENCY),
                body.get(ACCOUNT),
                false);
    }

    @Override
    public Resource<Stored<BankAccount>> resource() {
        return Resource.<Stored<BankAccount>>named("BankAccount")
                .with("id", Kind.id(), Stored::id)
                .with("number", NUMBER_KIND, stored -> stored.thing().label().number())
                .with("name", Labels.NAME_KIND, stored -> stored.thing().label().name())
                .maybe("iban", IBAN_KIND, stored -> stored.thing().iban())
                .with("currency", CURRENCY_KIND, stored -> stored.thing().currency())
                .maybe("account_code", ACCOUNT_KIND, stored -> stored.thing().account())
                .with("number_doubtful", Kind.flag(), stored -> stored.thing().isDoubtful())
                .described("Whether it looks like a Norwegian account number whose check digit is wrong.")
                .with("vipps_ledger", Kind.flag(), stored -> stored.thing().ledger())
                .described("Whether it is one of the client's ledgers at Vipps.")
                .with("active", Kind.flag(), stored -> stored.thing().label().active());
    }

    @Override
    public List<FormInput> inputs() {
        return List.of(
                FormInput.text("number"),
                FormInput.text("name"),
                FormInput.text("iban"),
                FormInput.text("currency"),
                FormInput.text("account_code"),
                Labels.ACTIVE_INPUT);
    }

    @Override
    public Map<String, String> filled(BankAccount thing) {
        Map<String, String> filled = Labels.filled(thing.label());
        filled.put("number", shown(thing));
        filled.put("iban", thing.iban().map(Iban::text).orElse(""));
        filled.put("currency", thing.currency().getCurrencyCode());
        filled.put("account_code", thing.account().map(AccountCode::digits).orElse(""));
        return filled;
    }

    private static String shown(BankAccount thing) {
        String number = thing.label().number();
        return thing.ledger() ? number : Bban.shown(number);
    }

    @Override
    public Map<String, String> usual() {
        return Map.of("active", "true", "currency", "NOK", "account_code", "1920");
    }

    @Override
    public List<ListColumn<BankAccount>> columns() {
        return List.of(
                ListColumn.of("register.number", BankAccountView::shown),
                ListColumn.of("register.name", account -> account.label().name()),
                ListColumn.of(
                        "register.iban",
                        account -> account.iban().map(Iban::text).orElse("")),
                ListColumn.of("register.currency", account -> account.currency().getCurrencyCode()),
                ListColumn.of(
                        "register.account_code",
                        account -> account.account().map(AccountCode::digits).orElse("")),
                Labels.status(account -> account.label().active()));
    }

    @Override
    public String title(BankAccount thing) {
        return thing.label().name();
    }

    @Override
    public List<String> doubts(BankAccount thing) {
        List<String> doubts = new ArrayList<>();
        if (thing.isDoubtful()) {
            doubts.add("register.doubt.bban");
        }
        if (thing.ledger()) {
            doubts.add("register.doubt.ledger");
        }
        return doubts;
    }

    @Override
    public Optional<DimensionType> type() {
        return Optional.of(DimensionType.BANKACC);
    }
}
