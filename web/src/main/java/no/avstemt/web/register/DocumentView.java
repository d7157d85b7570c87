package no.avstemt.web.register;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.application.journal.ReadEntry;
import no.avstemt.application.register.KeepRegister;
import no.avstemt.application.register.KeptDocument;
import no.avstemt.application.register.KeptDocument.PartnerOf;
import no.avstemt.application.register.Register.Search;
import no.avstemt.application.register.Register.Stored;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.document.DocumentType;
import no.avstemt.domain.document.Kid;
import no.avstemt.domain.register.Partner;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Request;

/** Invoices, receipts, statements: what entries are about. */
record DocumentView(KeepRegister<KeptDocument> keep, KeepRegister<Partner> partners, ReadEntry readEntry)
        implements RegisterView<KeptDocument> {

    private static final int LOOKED_THROUGH = 1_000;
    private static final int MOST_ENTRIES = 100;
    private static final List<String> TYPES =
            Arrays.stream(DocumentType.values()).map(DocumentType::name).toList();

    private static final Kind<String> TYPE_KIND = Kind.choice(types());
    private static final Kind<String> REFERENCE_KIND = Kind.text(Document.LONGEST_REFERENCE);
    private static final Resource<PartnerOf> PARTNER = Resource.<PartnerOf>named("PartnerOfDocument")
            .with("id", Kind.id(), PartnerOf::id)
            .with("name", Labels.NAME_KIND, PartnerOf::name);

    private static final Field<String> TYPE = Field.required("document_type", TYPE_KIND);
    private static final Field<String> NUMBER = Field.required("document_number", Kind.text(Document.LONGEST_NUMBER));
    private static final Field<LocalDate> DATE = Field.required("document_date", Kind.date());
    private static final Field<Optional<LocalDate>> DUE = Field.optional("due_date", Kind.date());
    private static final Field<Optional<String>> REFERENCE =
            Field.optional("payment_ref", REFERENCE_KIND).describedAs("KID, or what the payer is asked to write.");
    private static final Field<Optional<Long>> PARTNER_ID = Field.optional("business_partner_id", Kind.id());

    private static Map<String, String> types() {
        Map<String, String> byName = new LinkedHashMap<>();
        TYPES.forEach(type -> byName.put(type, type));
        return byName;
    }

    @Override
    public String path() {
        return "documents";
    }

    @Override
    public Shape shape() {
        return Shape.of("WrittenDocument", TYPE, NUMBER, DATE, DUE, REFERENCE, PARTNER_ID, Labels.ACTIVE);
    }

    @Override
    public KeptDocument read(Body body) {
        return new KeptDocument(
                body.get(TYPE),
                body.get(NUMBER).strip(),
                body.get(DATE),
                body.get(DUE),
                body.get(REFERENCE).map(String::strip),
                body.get(PARTNER_ID).map(PartnerOf::id),
                body.get(Labels.ACTIVE));
    }

    /** As {@code related_object} of the reports, with what is known of it beside. */
    @Override
    public Resource<Stored<KeptDocument>> resource() {
        return Resource.<Stored<KeptDocument>>named("Document")
                .with("id", Kind.id(), Stored::id)
                .with(
                        "document_number",
                        Kind.text(Document.LONGEST_NUMBER),
                        stored -> stored.thing().number())
                .with("document_date", Kind.date(), stored -> stored.thing().date())
                .maybe("due_date", Kind.date(), stored -> stored.thing().dueDate())
                .maybe("payment_ref", REFERENCE_KIND, stored -> stored.thing().paymentReference())
                .with("payment_ref_is_kid", Kind.flag(), stored -> isKid(stored.thing()))
                .described("Whether its check digit is that of a KID, by MOD10 or MOD11.")
                .with("document_type", Kind.text(50), stored -> stored.thing().type())
                .maybe("business_partner", PARTNER, stored -> stored.thing().partner())
                .with("active", Kind.flag(), stored -> stored.thing().active());
    }

    private static boolean isKid(KeptDocument document) {
        return document.paymentReference().filter(Kid::isValid).isPresent();
    }

    @Override
    public List<FormInput> inputs() {
        return List.of(
                FormInput.choice("document_type", TYPES),
                FormInput.text("document_number"),
                FormInput.of("business_partner_id", FormInput.Type.REFERENCE),
                FormInput.of("document_date", FormInput.Type.DATE),
                FormInput.of("due_date", FormInput.Type.DATE),
                FormInput.text("payment_ref"),
                Labels.ACTIVE_INPUT);
    }

    /** By the partner's number, which is what a person knows. */
    @Override
    public Optional<Long> referred(ClientAccountId client, String typed) {
        Search search = new Search(Optional.of(typed), false);
        return partners.page(client, search, 0, LOOKED_THROUGH).page().stream()
                .filter(partner -> partner.thing().label().number().equals(typed))
                .map(Stored::id)
                .findFirst();
    }

    @Override
    public Map<String, String> filled(KeptDocument thing) {
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("document_type", thing.type());
        filled.put("document_number", thing.number());
        filled.put("business_partner_id", thing.partner().map(PartnerOf::number).orElse(""));
        filled.put("document_date", thing.date().toString());
        filled.put("due_date", thing.dueDate().map(LocalDate::toString).orElse(""));
        filled.put("payment_ref", thing.paymentReference().orElse(""));
        filled.put("active", Boolean.toString(thing.active()));
        return filled;
    }

    @Override
    public Map<String, String> usual() {
        return Map.of("active", "true", "document_type", DocumentType.INVOICE.name());
    }

    @Override
    public List<ListColumn<KeptDocument>> columns() {
        return List.of(
                ListColumn.of("register.document_number", KeptDocument::number),
                new ListColumn<>("register.document_type", DocumentView::typeName),
                new ListColumn<>(
                        "register.document_date",
                        (thing, request) -> request.formats().date(thing.date())),
                new ListColumn<>(
                        "register.due_date",
                        (thing, request) ->
                                thing.dueDate().map(request.formats()::date).orElse("")),
                ListColumn.of(
                        "register.partner",
                        thing -> thing.partner().map(PartnerOf::name).orElse("")),
                ListColumn.of(
                        "register.payment_ref",
                        thing -> thing.paymentReference().orElse("")),
                Labels.status(KeptDocument::active));
    }

    private static String typeName(KeptDocument thing, Request request) {
        String key = "register.document_type." + thing.type();
        return request.texts().has(key) ? request.texts().get(key) : thing.type();
    }

    @Override
    public String title(KeptDocument thing) {
        return thing.number();
    }

    @Override
    public List<String> doubts(KeptDocument thing) {
        boolean doubtful = thing.paymentReference()
                .filter(reference -> Kid.isMeant(reference) && !Kid.isValid(reference))
                .isPresent();
        return doubtful ? List.of("register.doubt.kid") : List.of();
    }

    @Override
    public List<EntryRef> entries(ClientAccountId client, long id) {
        return readEntry.ofDocument(client, id, MOST_ENTRIES);
    }

    @Override
    public Optional<DimensionType> type() {
        return Optional.empty();
    }
}
