package no.avstemt.vipps.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.vipps.wire.UnreadableAnswer;
import no.avstemt.vipps.wire.WireToken;

/** The one access token in use, kept in memory only and never logged (vipps-apis.md 2.4). Any thread may call. */
final class AccessTokens {

    private final VippsConnection connection;
    private final VippsHttp http;
    private final Failures failures;
    private final Clock clock;
    private Optional<Token> current = Optional.empty();

    AccessTokens(VippsConnection connection, VippsHttp http, Failures failures, Clock clock) {
        this.connection = connection;
        this.http = http;
        this.failures = failures;
        this.clock = clock;
    }

    /** @param renewAt when a tenth of its life is left */
    private record Token(String value, Instant renewAt) {

        @Override
        public String toString() {
            return "Token[renewed at " + renewAt + "]";
        }
    }

    /** @throws SourceUnavailable when Vipps gives none */
    synchronized String current() {
        Optional<Token> fresh = current.filter(token -> clock.instant().isBefore(token.renewAt()));
        Token token = fresh.orElseGet(this::fetch);
        current = Optional.of(token);
        return token.value();
    }

    /** Vipps refused this one before its time. Another thread may have renewed it meanwhile; that one stays. */
    synchronized void drop(String refused) {
        current = current.filter(token -> !token.value().equals(refused));
    }

    private Token fetch() {
        Instant asked = clock.instant();
        WireToken token = read(post());
        return new Token(
                token.accessToken(), asked.plus(token.life().multipliedBy(9).dividedBy(10)));
    }

    private Answer post() {
        try {
            return http.send(request());
        } catch (IOException e) {
            throw failures.unreachable(question(), e);
        }
    }

    private WireToken read(Answer answer) {
        if (!answer.isOk()) {
            throw failures.noToken(question(), answer);
        }
        try {
            return WireToken.of(answer.body());
        } catch (UnreadableAnswer e) {
            throw failures.unreadable(question(), "the access token", e);
        }
    }

    private HttpRequest.Builder request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(connection.baseUrl() + connection.tokenPath()));
        return Headers.add(
                connection.salesUnit().isPresent() ? withSalesUnitKeys(request) : withAccountingKeys(request),
                connection);
    }

    /** vipps-apis.md 2.3. */
    private HttpRequest.Builder withAccountingKeys(HttpRequest.Builder request) {
        String keys = connection.clientId() + ":" + connection.clientSecret();
        String basic = Base64.getEncoder().encodeToString(keys.getBytes(StandardCharsets.UTF_8));
        return request.header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"));
    }

    /** vipps-apis.md 2.2. */
    private HttpRequest.Builder withSalesUnitKeys(HttpRequest.Builder request) {
        return request.header("client_id", connection.clientId())
                .header("client_secret", connection.clientSecret())
                .POST(HttpRequest.BodyPublishers.noBody());
    }

    private String question() {
        return "POST " + connection.tokenPath();
    }
}
