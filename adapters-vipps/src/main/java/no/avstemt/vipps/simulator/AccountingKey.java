package no.avstemt.vipps.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one key set of this world, the same for the same seed, and the tokens it gives. A token lives for 900 seconds to
 * the second, unless it is ended before; several may live at once. They carry their end, signed, so none is kept.
 */
final class AccountingKey {
    static final int LIFETIME_SECONDS = 900;
    private static final String HEADER = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

    private final Clock clock;
    private final String clientId;
    private final String clientSecret;
    private final byte[] signingKey = new byte[32];
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    AccountingKey(long seed, Clock clock) {
        this.clock = clock;
        Dice dice = new Dice(Dice.mix(seed, 0xC11E));
        clientId = new UUID((dice.next() & ~0xF000L) | 0x4000L, (dice.next() >>> 2) | Long.MIN_VALUE).toString();
        byte[] secret = ByteBuffer.allocate(32)
                .putLong(dice.next())
                .putLong(dice.next())
                .putLong(dice.next())
                .putLong(dice.next())
                .array();
        clientSecret = Base64.getEncoder().encodeToString(secret);
        new SecureRandom().nextBytes(signingKey);
    }

    String clientId() {
        return clientId;
    }

    String clientSecret() {
        return clientSecret;
    }

    Answer token(Request request) {
        if (!"client_credentials".equals(request.formFields().get("grant_type"))) {
            throw Refused.invalidClient(400, "grant_type must be client_credentials");
        }
        if (request.header("Ocp-Apim-Subscription-Key").isPresent()) {
            throw Refused.invalidClient(400, "Ocp-Apim-Subscription-Key is not for this endpoint");
        }
        if (!isOurs(request.header("Authorization"))) {
            throw Refused.invalidClient(401, "Client authentication failed");
        }
        String token = issue(clock.instant().plusSeconds(LIFETIME_SECONDS));
        return Answer.ok(json -> {
            json.writeStringProperty("access_token", token);
            json.writeStringProperty("token_type", "Bearer");
            json.writeNumberProperty("expires_in", LIFETIME_SECONDS);
        });
    }

    /** The word {@code Bearer} is case-sensitive at Vipps. */
    void requireToken(Request request) {
        String given = request.header("Authorization").orElseThrow(() -> Refused.unauthorized("No access token"));
        if (!given.startsWith("Bearer ")) {
            throw Refused.unauthorized("Authorization must be Bearer and a token");
        }
        if (ended.contains(given) || !isValid(given.substring("Bearer ".length()))) {
            throw Refused.unauthorized("The access token is invalid or expired");
        }
    }

    /** The token of this request is worth nothing from now on. */
    void end(Request request) {
        request.header("Authorization").ifPresent(ended::add);
    }

    private boolean isOurs(Optional<String> authorization) {
        String expected = "Basic " + base64Of((clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8));
        return authorization.filter(given -> same(given, expected)).isPresent();
    }

    private String issue(Instant end) {
        String content = HEADER + "." + base64("{\"exp\":" + end.toEpochMilli() + "}");
        return content + "." + sign(content);
    }

    private boolean isValid(String token) {
        int dot = token.lastIndexOf('.');
        if (dot < 0 || !same(token.substring(dot + 1), sign(token.substring(0, dot)))) {
            return false;
        }
        String claims = new String(
                Base64.getUrlDecoder().decode(token.substring(token.indexOf('.') + 1, dot)), StandardCharsets.UTF_8);
        long end = Long.parseLong(claims.replaceAll("\\D", ""));
        return clock.millis() < end;
    }

    private String sign(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(signingKey, "HmacSHA256"));
            byte[] signature = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64Of(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
