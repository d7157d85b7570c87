package no.avstemt.application.register;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A document as it is kept.
 *
 * @param type as {@link no.avstemt.domain.document.DocumentType} names it; what an import has brought may be another
 * @param paymentReference KID, or what the payer is asked to write
 * @param active whether it can be chosen for new entries
 */
public record KeptDocument(
        String type,
        String number,
        LocalDate date,
        Optional<LocalDate> dueDate,
        Optional<String> paymentReference,
        Optional<PartnerOf> partner,
        boolean active) {

    /** @param number,name as they are kept; they say nothing where a document is written */
    public record PartnerOf(long id, String number, String name) {

        public static PartnerOf id(long id) {
            return new PartnerOf(id, "", "");
        }
    }
}
