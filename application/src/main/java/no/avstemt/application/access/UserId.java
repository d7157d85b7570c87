package no.avstemt.application.access;

public record UserId(long value) {

    public UserId {
        if (value <= 0) {
            throw new IllegalArgumentException("A user id is positive: " + value);
        }
    }
}
