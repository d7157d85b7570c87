package no.avstemt.domain.document;

import java.util.Optional;

/** What a document is; the names are those of the API. */
public enum DocumentType {
    INVOICE,
    CREDIT_NOTE,
    RECEIPT,
    BANK_STATEMENT,
    SETTLEMENT,
    CONTRACT,
    PAYROLL,
    OTHER;

    public static Optional<DocumentType> of(String name) {
        for (DocumentType type : values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
