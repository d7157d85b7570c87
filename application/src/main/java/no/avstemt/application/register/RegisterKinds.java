package no.avstemt.application.register;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.Stores;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.register.Objection.Reason;
import no.avstemt.application.register.RegisterKind.Actions;
import no.avstemt.application.register.RegisterKind.Check;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.OrgNumber;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.register.BankAccount;
import no.avstemt.domain.register.Iban;
import no.avstemt.domain.register.Label;
import no.avstemt.domain.register.Partner;

/** Every register there is. */
public final class RegisterKinds {

    public static final RegisterKind<Partner> PARTNERS = new RegisterKind<>(
            stores -> stores.registers().partners(),
            partner -> partner.label().number(),
            RegisterKinds::described,
            Check.none(),
            Reason.NUMBER_STAYS,
            new Actions(AuditAction.PARTNER_ADDED, AuditAction.PARTNER_CHANGED, AuditAction.PARTNER_REMOVED));

    public static final RegisterKind<BankAccount> BANK_ACCOUNTS = new RegisterKind<>(
            stores -> stores.registers().bankAccounts(),
            account -> account.label().number(),
            RegisterKinds::described,
            RegisterKinds::accountHoldsMoney,
            Reason.NUMBER_STAYS,
            new Actions(
                    AuditAction.BANK_ACCOUNT_ADDED,
                    AuditAction.BANK_ACCOUNT_CHANGED,
                    AuditAction.BANK_ACCOUNT_REMOVED));

    public static final RegisterKind<KeptDocument> DOCUMENTS = new RegisterKind<>(
            stores -> stores.registers().documents(),
            KeptDocument::number,
            RegisterKinds::described,
            RegisterKinds::documentIsRight,
            Reason.BOOKED,
            new Actions(AuditAction.DOCUMENT_ADDED, AuditAction.DOCUMENT_CHANGED, AuditAction.DOCUMENT_REMOVED));

    private RegisterKinds() {}

    /** Of a type that is nothing but number and name. */
    public static RegisterKind<Label> labels(DimensionType type) {
        return new RegisterKind<>(
                stores -> stores.registers().labels(type),
                Label::number,
                label -> described(type, label),
                (stores, client, label) -> isFree(stores, client, type, label),
                Reason.NUMBER_STAYS,
                new Actions(AuditAction.DIMENSION_ADDED, AuditAction.DIMENSION_CHANGED, AuditAction.DIMENSION_REMOVED));
    }

    /** New lines of a sales unit would be about what nobody can choose. */
    private static Optional<Objection> isFree(Stores stores, ClientAccountId client, DimensionType type, Label label) {
        Optional<String> key = Optional.of(label.number()).filter(number -> !label.active());
        return stores.ledgers().of(client).stream()
                .flatMap(ledger -> stores.ledgers().units(client, ledger.id()).stream())
                .filter(unit -> key.isPresent()
                        && unit.about().of(type).map(DimensionRef::key).equals(key))
                .map(unit -> new Objection(Reason.MAPPED, "active", unit.name()))
                .findFirst();
    }

    /** What is put away may stay as it was. */
    private static Optional<Objection> accountHoldsMoney(Stores stores, ClientAccountId client, BankAccount thing) {
        return accountIsThere(stores, client, thing)
                .or(() -> thing.account()
                        .filter(code -> code.isResult() && thing.label().active())
                        .map(code -> new Objection(Reason.ACCOUNT_OF_RESULT, "account_code", code.digits())));
    }

    private static Optional<Objection> accountIsThere(Stores stores, ClientAccountId client, BankAccount thing) {
        return thing.account()
                .filter(code -> stores.clients().accounts(client).stream()
                        .noneMatch(account -> account.code().equals(code)))
                .map(code -> new Objection(Reason.UNKNOWN_ACCOUNT, "account_code", code.digits()));
    }

    /** What is put away may stay as it was. */
    private static Optional<Objection> documentIsRight(Stores stores, ClientAccountId client, KeptDocument thing) {
        return partnerIsThere(stores, client, thing)
                .or(() -> Document.dueTooEarly(thing.date(), thing.dueDate())
                        .filter(due -> thing.active())
                        .map(due -> new Objection(Reason.DUE_BEFORE_DATE, "due_date", due.toString())));
    }

    private static Optional<Objection> partnerIsThere(Stores stores, ClientAccountId client, KeptDocument thing) {
        return thing.partner()
                .map(KeptDocument.PartnerOf::id)
                .filter(id -> Optional.ofNullable(
                                stores.dimensions().byId(client, Set.of(id)).get(id))
                        .filter(known -> known.ref().type() == DimensionType.BUSINESSPARTNER)
                        .isEmpty())
                .map(id -> new Objection(Reason.UNKNOWN_PARTNER, "business_partner_id", Long.toString(id)));
    }

    private static Map<String, String> described(Label label) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("number", label.number());
        told.put("name", label.name());
        told.put("active", Boolean.toString(label.active()));
        return told;
    }

    private static Map<String, String> described(DimensionType type, Label label) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("type", type.apiName());
        told.putAll(described(label));
        return told;
    }

    private static Map<String, String> described(Partner partner) {
        Map<String, String> told = described(partner.label());
        told.put(
                "organisation_number",
                partner.organisationNumber().map(OrgNumber::digits).orElse(""));
        told.put("vat_registered", Boolean.toString(partner.vatRegistered()));
        told.put("address_line_1", partner.address().line1());
        told.put("address_line_2", partner.address().line2());
        told.put("postcode", partner.address().postcode());
        told.put("city", partner.address().city());
        told.put("country", partner.address().country());
        told.put("email", partner.email().orElse(""));
        told.put("bank_account", partner.bankAccount().orElse(""));
        told.put("customer", Boolean.toString(partner.customer()));
        told.put("supplier", Boolean.toString(partner.supplier()));
        return told;
    }

    private static Map<String, String> described(BankAccount account) {
        Map<String, String> told = described(account.label());
        told.put("iban", account.iban().map(Iban::text).orElse(""));
        told.put("currency", account.currency().getCurrencyCode());
        told.put("account_code", account.account().map(AccountCode::digits).orElse(""));
        return told;
    }

    private static Map<String, String> described(KeptDocument document) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("document_type", document.type());
        told.put("document_number", document.number());
        told.put("document_date", document.date().toString());
        told.put("due_date", document.dueDate().map(LocalDate::toString).orElse(""));
        told.put("payment_ref", document.paymentReference().orElse(""));
        told.put(
                "business_partner",
                document.partner().map(KeptDocument.PartnerOf::name).orElse(""));
        told.put("active", Boolean.toString(document.active()));
        return told;
    }
}
