package no.avstemt.domain.settlement;

/** Vipps's id of a ledger: opaque text, digits in practice. Belongs to one client account in the whole installation. */
public record LedgerId(String value) {

    public LedgerId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A ledger id cannot be empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
