package no.avstemt.web.entry;

import java.util.List;
import no.avstemt.application.journal.EntryOutcome.Refused;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.journal.EntryFault;
import no.avstemt.domain.journal.EntryFault.Reason;
import no.avstemt.web.text.Texts;

/** Tells each fault of an entry beside the field of the form that it is about. */
final class FaultPlaces {

    /** Id of the place where the sums stand. */
    static final String SUMS = "sums";

    private FaultPlaces() {}

    static String text(Refused refused, Texts texts) {
        String number = refused.other()
                .map(ref -> ref.fiscalYear() + "/" + ref.number())
                .orElse("");
        return texts.get(refused.why().key(), number);
    }

    /** What can be told all the same of a form in which something means nothing. */
    static void addRest(List<EntryFault> faults, EntryReading reading, FaultWords words) {
        add(faults.stream().filter(reading::canTell).toList(), reading, words);
    }

    static void add(List<EntryFault> faults, EntryReading reading, FaultWords words) {
        for (EntryFault fault : faults) {
            if (fault.line() == 0) {
                reading.faults.add(ofHead(fault), words.text(fault));
            } else {
                int lineNo = reading.lineNo(fault.line());
                EntryFault inForm = new EntryFault(lineNo, fault.field(), fault.reason(), fault.facts());
                reading.faults.add(ofLine(fault, reading.isCredit(lineNo)).at(lineNo), words.text(inForm));
            }
        }
    }

    private static String ofHead(EntryFault fault) {
        return switch (fault.field()) {
            case "posting_date" -> (fault.reason() == Reason.PERIOD_HELD ? HeadField.HELD_REASON : HeadField.DATE).id();
            case "description" -> HeadField.DESCRIPTION.id();
            case "related_object" -> HeadField.DOCUMENT_NUMBER.id();
            case "related_object.business_partner" -> HeadField.DOCUMENT_PARTNER.id();
            case "related_object.due_date" -> HeadField.DUE_DATE.id();
            case "lines" -> fault.reason() == Reason.NO_LINES ? LineField.ACCOUNT.at(1) : SUMS;
            default -> "";
        };
    }

    private static LineField ofLine(EntryFault fault, boolean credit) {
        return switch (fault.field()) {
            case "debit", "debit_amount" -> credit ? LineField.CREDIT : LineField.DEBIT;
            case "tax_code", "tax_base_amount", "tax_amount" -> LineField.TAX_CODE;
            case "currency_code" -> LineField.CURRENCY;
            case "exchange_rate" -> LineField.RATE;
            case "relation_id", "dimensions" -> ofDimension(fault);
            default -> LineField.ACCOUNT;
        };
    }

    /** The type stands first or after the account that asks for it. */
    private static LineField ofDimension(EntryFault fault) {
        return fault.facts().stream()
                .flatMap(fact -> DimensionType.of(fact).stream())
                .findFirst()
                .map(LineField::of)
                .orElse(LineField.ACCOUNT);
    }
}
