package no.avstemt.web.journal;

import no.avstemt.application.access.UserId;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.application.journal.FullEntry;
import no.avstemt.application.journal.FullEntry.AccountKey;
import no.avstemt.application.journal.FullEntry.KeptDocument;
import no.avstemt.application.journal.FullEntry.Line;
import no.avstemt.application.journal.FullEntry.Value;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;

/** What a journal entry looks like in an answer. */
final class EntryResource {

    private static final Resource<Value> DIMENSION = Resource.<Value>named("LineDimension")
            .with("type", EntryBody.TYPE, value -> value.ref().type())
            .with("id", Kind.id(), Value::id)
            .with("name", Kind.text(200), Value::name);

    private static final Resource<Value> PARTNER = Resource.<Value>named("LinePartner")
            .with("id", Kind.id(), Value::id)
            .with("name", Kind.text(200), Value::name);

    private static final Resource<KeptDocument> DOCUMENT = Resource.<KeptDocument>named("RelatedObject")
            .maybe("id", Kind.id(), KeptDocument::id)
            .with("document_number", Kind.text(100), kept -> kept.document().number())
            .with("document_date", Kind.date(), kept -> kept.document().date())
            .maybe("due_date", Kind.date(), kept -> kept.document().dueDate())
            .maybe("payment_ref", Kind.text(100), kept -> kept.document().paymentReference())
            .with("document_type", Kind.text(40), kept -> kept.document().type())
            .maybe("business_partner", PARTNER, KeptDocument::partner);

    private static final Resource<EntryRef> REF = Resource.<EntryRef>named("JournalEntryRef")
            .with("id", Kind.id(), EntryRef::id)
            .with("fiscal_year", Kind.number(1900, 2200), ref -> (long) ref.fiscalYear())
            .with("sequence_number", Kind.id(), EntryRef::number);

    private static final Resource<FullEntry> CREATOR = Resource.<FullEntry>named("JournalEntryCreator")
            .maybe("id", Kind.id(), entry -> entry.creatorId().map(UserId::value))
            .with("full_name", Kind.text(200), FullEntry::creator);

    static final Resource<Line> LINE = Resource.<Line>named("JournalEntryLine")
            .maybe("id", Kind.id(), Line::id)
            .with("line_id", Kind.id(), line -> (long) line.lineNo())
            .maybe("account_id", Kind.id(), line -> line.account().map(AccountKey::id))
            .maybe(
                    "account_code",
                    Kind.text(8),
                    line -> line.account().map(account -> account.code().digits()))
            .with("description", Kind.textOrEmpty(500), Line::description)
            .with("debit", Kind.amount(), line -> Math.max(line.amount(), 0))
            .with("credit", Kind.amount(), line -> Math.max(-line.amount(), 0))
            .with("debit_amount", Kind.amount(), Line::currencyAmount)
            .described("In the currency, credit below zero.")
            .with("currency_code", Kind.text(3), line -> line.currency().getCurrencyCode())
            .with("exchange_rate", Kind.decimal(20, 18), Line::exchangeRate)
            .maybe("tax_code", Kind.text(10), Line::taxCode)
            .maybe("tax_base_amount", Kind.amount(), Line::taxBase)
            .maybe("tax_amount", Kind.amount(), Line::taxAmount)
            .with("reconciled_amount", Kind.amount(), Line::reconciled)
            .maybe("relation_type", EntryBody.TYPE, line -> line.relation().map(EntryResource::type))
            .maybe("relation_id", Kind.id(), line -> line.relation().map(Value::id))
            .each("dimensions", DIMENSION, Line::dimensions)
            .maybe("ledger_date", Kind.date(), Line::ledgerDate)
            .described("Vipps's date, also where a closed month moved the posting.");

    static final Resource<FullEntry> ENTRY = Resource.<FullEntry>named("JournalEntry")
            .with("id", Kind.id(), FullEntry::id)
            .maybe("fiscal_year", Kind.number(1900, 2200), entry -> entry.ref().map(ref -> (long) ref.fiscalYear()))
            .maybe("sequence_number", Kind.id(), entry -> entry.ref().map(EntryRef::number))
            .described("Without gaps in each fiscal year; a draft has none.")
            .with("posting_date", Kind.date(), FullEntry::date)
            .with("description", Kind.textOrEmpty(500), FullEntry::description)
            .with("is_draft", Kind.flag(), FullEntry::isDraft)
            .with("cancelled", Kind.flag(), entry -> entry.reversedBy().isPresent())
            .maybe("voucher_id", Kind.id(), entry -> entry.voucher().map(FullEntry.KeptVoucher::id))
            .maybe(
                    "voucher_kind",
                    Kind.text(40),
                    entry -> entry.voucher().map(kept -> kept.voucher().kind().name()))
            .maybe(
                    "voucher_key",
                    Kind.text(200),
                    entry -> entry.voucher().map(kept -> kept.voucher().key()))
            .maybe("related_object", DOCUMENT, FullEntry::document)
            .with("created_by", CREATOR, entry -> entry)
            .with("created_at", Kind.moment(), FullEntry::createdAt)
            .maybe("reverses", REF, FullEntry::reverses)
            .maybe("reversal_reason", Kind.text(500), FullEntry::reversalReason)
            .maybe("reversed_by", REF, FullEntry::reversedBy)
            .maybe("held_reason", Kind.text(500), FullEntry::heldReason)
            .each("lines", LINE, FullEntry::lines);

    private EntryResource() {}

    private static DimensionType type(Value value) {
        return value.ref().type();
    }
}
