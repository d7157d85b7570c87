package no.avstemt.web.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.access.EmailAddress;
import no.avstemt.application.register.KeepRegister;
import no.avstemt.application.register.Register.Stored;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.register.Bban;
import no.avstemt.domain.register.Iban;
import no.avstemt.domain.register.Partner;
import no.avstemt.domain.register.PostalAddress;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Request;
import no.avstemt.web.text.Message;

/** Customers and suppliers. */
record PartnerView(KeepRegister<Partner> keep) implements RegisterView<Partner> {

    private static final List<String> COUNTRIES = Arrays.asList(Locale.getISOCountries());
    private static final Kind<OrgNumber> ORGANISATION =
            Kind.text(20).as(OrgNumber::parse, OrgNumber::digits, Message.of("register.allowed.organisation"));
    private static final Kind<String> COUNTRY =
            Kind.text(2).as(PartnerView::country, code -> code, Message.of("register.allowed.country"));
    private static final Kind<String> EMAIL =
            Kind.text(254).as(PartnerView::email, email -> email, Message.of("register.allowed.email"));
    private static final Kind<String> BANK =
            Kind.text(50).as(PartnerView::bank, number -> number, Message.of("register.allowed.bank"));

    private static final Field<Optional<OrgNumber>> NUMBER = Field.optional("organisation_number", ORGANISATION)
            .describedAs("Nine digits with a check digit; partners abroad and persons have none.");
    private static final Field<Boolean> VAT = Field.withDefault("vat_registered", Kind.flag(), false);
    private static final Field<Optional<String>> LINE_1 = Field.optional("address_line_1", Kind.text(200));
    private static final Field<Optional<String>> LINE_2 = Field.optional("address_line_2", Kind.text(200));
    private static final Field<Optional<String>> POSTCODE = Field.optional("postcode", Kind.text(20));
    private static final Field<Optional<String>> CITY = Field.optional("city", Kind.text(100));
    private static final Field<String> COUNTRY_FIELD = Field.withDefault("country", COUNTRY, "NO");
    private static final Field<Optional<String>> EMAIL_FIELD = Field.optional("email", EMAIL);
    private static final Field<Optional<String>> BANK_FIELD = Field.optional("bank_account", BANK)
            .describedAs("A Norwegian account number, an IBAN, or what the bank abroad calls it.");
    private static final Field<Boolean> CUSTOMER = Field.withDefault("customer", Kind.flag(), false);
    private static final Field<Boolean> SUPPLIER = Field.withDefault("supplier", Kind.flag(), false);

    private static Optional<String> country(String text) {
        return Optional.of(text.toUpperCase(Locale.ROOT)).filter(COUNTRIES::contains);
    }

    private static Optional<String> email(String text) {
        return EmailAddress.parse(text).map(EmailAddress::value);
    }

    /** What begins as an IBAN is held to its check digits; what looks Norwegian is kept plain. */
    private static Optional<String> bank(String text) {
        if (text.strip().matches("(?i)[a-z]{2}\\s?[0-9]{2}.*")) {
            return Iban.parse(text).map(Iban::text);
        }
        return Optional.of(Bban.isNorwegian(text) ? Bban.plain(text) : text.strip());
    }

    @Override
    public String path() {
        return "business-partners";
    }

    @Override
    public Shape shape() {
        return Shape.of(
                "WrittenBusinessPartner",
                Labels.NUMBER,
                Labels.NAME,
                NUMBER,
                VAT,
                LINE_1,
                LINE_2,
                POSTCODE,
                CITY,
                COUNTRY_FIELD,
                EMAIL_FIELD,
                BANK_FIELD,
                CUSTOMER,
                SUPPLIER,
                Labels.ACTIVE);
    }

    @Override
    public Partner read(Body body) {
        return new Partner(
                Labels.read(body),
                body.get(NUMBER),
                body.get(VAT),
                new PostalAddress(
                        body.get(LINE_1).orElse(""),
                        body.get(LINE_2).orElse(""),
                        body.get(POSTCODE).orElse(""),
                        body.get(CITY).orElse(""),
                        body.get(COUNTRY_FIELD)),
                body.get(EMAIL_FIELD),
                body.get(BANK_FIELD),
                body.get(CUSTOMER),
                body.get(SUPPLIER));
    }

    @Override
    public Resource<Stored<Partner>> resource() {
        return Resource.<Stored<Partner>>named("BusinessPartner")
                .with("id", Kind.id(), Stored::id)
                .with(
                        "number",
                        Labels.NUMBER_KIND,
                        stored -> stored.thing().label().number())
                .with("name", Labels.NAME_KIND, stored -> stored.thing().label().name())
                .maybe(
                        "organisation_number",
                        ORGANISATION,
                        stored -> stored.thing().organisationNumber())
                .with("vat_registered", Kind.flag(), stored -> stored.thing().vatRegistered())
                .maybe(
                        "address_line_1",
                        Kind.text(200),
                        stored -> given(stored.thing().address().line1()))
                .maybe(
                        "address_line_2",
                        Kind.text(200),
                        stored -> given(stored.thing().address().line2()))
                .maybe(
                        "postcode",
                        Kind.text(20),
                        stored -> given(stored.thing().address().postcode()))
                .maybe(
                        "city",
                        Kind.text(100),
                        stored -> given(stored.thing().address().city()))
                .with("country", COUNTRY, stored -> stored.thing().address().country())
                .maybe("email", EMAIL, stored -> stored.thing().email())
                .maybe("bank_account", BANK, stored -> stored.thing().bankAccount())
                .with("bank_account_doubtful", Kind.flag(), stored -> isDoubtful(stored.thing()))
                .described("Whether it looks like a Norwegian account number whose check digit is wrong.")
                .with("customer", Kind.flag(), stored -> stored.thing().customer())
                .with("supplier", Kind.flag(), stored -> stored.thing().supplier())
                .with("active", Kind.flag(), stored -> stored.thing().label().active());
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }

    private static boolean isDoubtful(Partner partner) {
        return partner.bankAccount().filter(Bban::isDoubtful).isPresent();
    }

    @Override
    public List<FormInput> inputs() {
        return List.of(
                FormInput.text("number"),
                FormInput.text("name"),
                FormInput.text("organisation_number"),
                FormInput.flag("vat_registered"),
                FormInput.flag("customer"),
                FormInput.flag("supplier"),
                FormInput.text("address_line_1"),
                FormInput.text("address_line_2"),
                FormInput.text("postcode"),
                FormInput.text("city"),
                FormInput.text("country"),
                FormInput.of("email", FormInput.Type.EMAIL),
                FormInput.text("bank_account"),
                Labels.ACTIVE_INPUT);
    }

    @Override
    public Map<String, String> filled(Partner thing) {
        Map<String, String> filled = Labels.filled(thing.label());
        filled.put(
                "organisation_number",
                thing.organisationNumber().map(OrgNumber::digits).orElse(""));
        filled.put("vat_registered", Boolean.toString(thing.vatRegistered()));
        filled.put("customer", Boolean.toString(thing.customer()));
        filled.put("supplier", Boolean.toString(thing.supplier()));
        filled.put("address_line_1", thing.address().line1());
        filled.put("address_line_2", thing.address().line2());
        filled.put("postcode", thing.address().postcode());
        filled.put("city", thing.address().city());
        filled.put("country", thing.address().country());
        filled.put("email", thing.email().orElse(""));
        filled.put("bank_account", thing.bankAccount().map(Bban::shown).orElse(""));
        return filled;
    }

    @Override
    public Map<String, String> usual() {
        return Map.of(
                "active", "true", "country", "NO", "vat_registered", "true", "customer", "true", "supplier", "false");
    }

    @Override
    public List<ListColumn<Partner>> columns() {
        List<ListColumn<Partner>> columns = new ArrayList<>(Labels.columns(Partner::label));
        columns.add(new ListColumn<>(
                "register.organisation_number",
                (partner, request) -> partner.organisationNumber()
                        .map(number -> request.formats().organisationNumber(number.digits()))
                        .orElse("")));
        columns.add(ListColumn.of("register.city", partner -> partner.address().city()));
        columns.add(new ListColumn<>("register.relation", PartnerView::relation));
        columns.add(Labels.status(partner -> partner.label().active()));
        return columns;
    }

    private static String relation(Partner partner, Request request) {
        List<String> words = new ArrayList<>();
        if (partner.customer()) {
            words.add(request.texts().get("register.customer.word"));
        }
        if (partner.supplier()) {
            words.add(request.texts().get("register.supplier.word"));
        }
        return String.join(", ", words);
    }

    @Override
    public String title(Partner thing) {
        return Labels.title(thing.label());
    }

    @Override
    public List<String> doubts(Partner thing) {
        return isDoubtful(thing) ? List.of("register.doubt.bban") : List.of();
    }

    @Override
    public Optional<DimensionType> type() {
        return Optional.of(DimensionType.BUSINESSPARTNER);
    }
}
