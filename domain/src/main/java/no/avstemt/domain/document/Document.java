package no.avstemt.domain.document;

import java.time.LocalDate;
import java.util.Optional;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionType;

/**
 * The related object of an entry, by what it says itself.
 *
 * @param number as on the document
 * @param type as in the API, for example {@code INVOICE} or {@code BANK_STATEMENT}
 * @param paymentReference KID, or what the payer is asked to write
 * @param partner who sent or got it
 */
public record Document(
        String type,
        String number,
        LocalDate date,
        Optional<LocalDate> dueDate,
        Optional<String> paymentReference,
        Optional<DimensionRef> partner) {

    public static final int LONGEST_NUMBER = 70;
    public static final int LONGEST_REFERENCE = 140;

    public Document {
        if (type.isBlank() || number.isBlank()) {
            throw new IllegalArgumentException("A document has a type and a number: " + type + " " + number);
        }
        if (partner.filter(ref -> ref.type() != DimensionType.BUSINESSPARTNER).isPresent()) {
            throw new IllegalArgumentException("A document is a business partner's, not of " + partner.orElseThrow());
        }
    }

    /** The due date that lies before the document's own date, which is mistyped. */
    public static Optional<LocalDate> dueTooEarly(LocalDate date, Optional<LocalDate> due) {
        return due.filter(day -> day.isBefore(date));
    }
}
