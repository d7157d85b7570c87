package no.avstemt.application.access;

public record ApiKeyId(long value) {

    public ApiKeyId {
        if (value <= 0) {
            throw new IllegalArgumentException("An API key id is positive: " + value);
        }
    }
}
