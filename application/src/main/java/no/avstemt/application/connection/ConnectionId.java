package no.avstemt.application.connection;

public record ConnectionId(long value) {

    public ConnectionId {
        if (value <= 0) {
            throw new IllegalArgumentException("A connection id is positive: " + value);
        }
    }

    /** What the client secret is bound to. */
    String secretOwner() {
        return "vipps_connection:" + value + ":client_secret";
    }

    /** What the subscription key is bound to. */
    String subscriptionOwner() {
        return "vipps_connection:" + value + ":subscription_key";
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
