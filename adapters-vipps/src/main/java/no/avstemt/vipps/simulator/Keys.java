package no.avstemt.vipps.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Every key set of this world and the two endpoints that give tokens for them: one of an accounting partner, one of each
 * sales unit with a payment integration (a Vippsnummer has none), and one each of a platform partner's two kinds.
 */
final class Keys {
    static final int LIFETIME_SECONDS = 900;
    private static final int STANDARD_LIFETIME_SECONDS = 86_400;
    private static final String SUBSCRIPTION = "Ocp-Apim-Subscription-Key";

    private final Clock clock;
    private final Tokens tokens;
    private final List<KeySet> all;

    Keys(long seed, List<LedgerIdentity> ledgers, Clock clock) {
        this.clock = clock;
        tokens = new Tokens(clock);
        List<KeySet> sets = new ArrayList<>();
        sets.add(KeySet.of(KeySet.Kind.ACCOUNTING, seed, 0, Optional.empty()));
        sets.add(KeySet.of(KeySet.Kind.PARTNER, seed, 1, Optional.empty()));
        sets.add(KeySet.of(KeySet.Kind.MANAGEMENT, seed, 2, Optional.empty()));
        ledgers.stream()
                .flatMap(ledger -> ledger.units().stream())
                .map(SalesUnit::handle)
                .filter(handle -> !SalesUnit.isVippsnummer(handle))
                .forEach(handle -> sets.add(KeySet.of(KeySet.Kind.SALES_UNIT, seed, sets.size(), Optional.of(handle))));
        all = List.copyOf(sets);
    }

    KeySet accounting() {
        return all.get(0);
    }

    /** {@code /miami/v1/token}: accounting and management keys, in the Authorization header. */
    Answer special(Request request) {
        if (!"client_credentials".equals(request.formFields().get("grant_type"))) {
            throw Refused.invalidClient(400, "grant_type must be client_credentials");
        }
        if (request.header(SUBSCRIPTION).isPresent()) {
            throw Refused.invalidClient(400, SUBSCRIPTION + " is not for this endpoint");
        }
        String given = request.header("Authorization").orElse("");
        KeySet keys = all.stream()
                .filter(set -> !set.kind().isStandard() && Tokens.same(given, basic(set)))
                .findFirst()
                .orElseThrow(() -> Refused.invalidClient(401, "Client authentication failed"));
        String token = tokens.issue(keys.clientId(), clock.instant().plusSeconds(LIFETIME_SECONDS));
        return Answer.ok(json -> {
            json.writeStringProperty("access_token", token);
            json.writeStringProperty("token_type", "Bearer");
            json.writeNumberProperty("expires_in", LIFETIME_SECONDS);
        });
    }

    /** {@code /accesstoken/get}: sales unit and partner keys, each in a header of its own; every number is a text. */
    Answer standard(Request request) {
        String id = request.header("client_id").orElse("");
        String secret = request.header("client_secret").orElse("");
        KeySet keys = all.stream()
                .filter(set -> set.kind().isStandard() && set.clientId().equals(id))
                .filter(set -> Tokens.same(secret, set.clientSecret()))
                .findFirst()
                .orElseThrow(() -> Refused.unauthorized("client_id or client_secret is wrong"));
        requireSubscription(keys, request);
        Instant now = clock.instant();
        Instant end = now.plusSeconds(STANDARD_LIFETIME_SECONDS);
        String token = tokens.issue(keys.clientId(), end);
        return Answer.ok(json -> {
            json.writeStringProperty("token_type", "Bearer");
            json.writeStringProperty("expires_in", Integer.toString(STANDARD_LIFETIME_SECONDS));
            json.writeStringProperty("ext_expires_in", "0");
            json.writeStringProperty("expires_on", Long.toString(end.getEpochSecond()));
            json.writeStringProperty("not_before", Long.toString(now.getEpochSecond()));
            json.writeStringProperty("resource", "00000002-0000-0000-c000-000000000000");
            json.writeStringProperty("access_token", token);
        });
    }

    static boolean isStandardPath(Request request) {
        return String.join("/", request.segments()).toLowerCase(Locale.ROOT).equals("accesstoken/get");
    }

    /** Whose token it is. The word {@code Bearer} is case-sensitive at Vipps. */
    KeySet caller(Request request) {
        String token = bearer(request);
        KeySet keys = tokens.clientId(token)
                .flatMap(id ->
                        all.stream().filter(set -> set.clientId().equals(id)).findFirst())
                .orElseThrow(() -> Refused.unauthorized("The access token is invalid or expired"));
        requireSubscription(keys, request);
        return keys;
    }

    /** The token of this request is worth nothing from now on. */
    void endToken(Request request) {
        tokens.end(bearer(request));
    }

    private static String bearer(Request request) {
        String given = request.header("Authorization").orElseThrow(() -> Refused.unauthorized("No access token"));
        if (!given.startsWith("Bearer ")) {
            throw Refused.unauthorized("Authorization must be Bearer and a token");
        }
        return given.substring("Bearer ".length());
    }

    private static void requireSubscription(KeySet keys, Request request) {
        if (keys.subscriptionKey().isPresent() && !keys.subscriptionKey().equals(request.header(SUBSCRIPTION))) {
            throw Refused.wrongSubscription("Access denied due to missing or wrong subscription key");
        }
    }

    private static String basic(KeySet keys) {
        byte[] both = (keys.clientId() + ":" + keys.clientSecret()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    /** They open nothing but this simulator, so they may be shown. */
    void write(JsonGenerator json) {
        json.writeArrayPropertyStart("keys");
        for (KeySet keys : all) {
            json.writeStartObject();
            json.writeStringProperty("kind", keys.kind().word());
            json.writeStringProperty("client_id", keys.clientId());
            json.writeStringProperty("client_secret", keys.clientSecret());
            keys.subscriptionKey().ifPresent(text -> json.writeStringProperty("subscription_key", text));
            keys.unit().ifPresent(text -> json.writeStringProperty("sales_unit", text));
            json.writeStringProperty("token_path", keys.kind().isStandard() ? "/accesstoken/get" : "/miami/v1/token");
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
