package no.avstemt.vipps.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Access tokens. One lives to the second, unless it is ended before; several may live at once. They carry their end and
 * whose they are, signed, so none is kept.
 */
final class Tokens {
    private static final String HEADER = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Clock clock;
    private final byte[] signingKey = new byte[32];
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    Tokens(Clock clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(signingKey);
    }

    String issue(String clientId, Instant end) {
        String claims = MAPPER.createObjectNode()
                .put("exp", end.toEpochMilli())
                .put("sub", clientId)
                .toString();
        String content = HEADER + "." + base64(claims);
        return content + "." + sign(content);
    }

    /** It is worth nothing from now on. */
    void end(String token) {
        ended.add(token);
    }

    /** The client id that it was given to; none if it is no token of ours or its time is over. */
    Optional<String> clientId(String token) {
        int dot = token.lastIndexOf('.');
        if (dot < 0 || ended.contains(token) || !same(token.substring(dot + 1), sign(token.substring(0, dot)))) {
            return Optional.empty();
        }
        JsonNode claims = MAPPER.readTree(Base64.getUrlDecoder().decode(token.substring(token.indexOf('.') + 1, dot)));
        return clock.millis() < claims.get("exp").asLong()
                ? Optional.of(claims.get("sub").asString())
                : Optional.empty();
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

    static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
