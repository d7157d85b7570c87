package no.avstemt.domain.client;

/** Identifies a client account; {@code client_account_id} in the API. Positive. */
public record ClientAccountId(long value) {

    public ClientAccountId {
        if (value <= 0) {
            throw new IllegalArgumentException("A client account id is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
