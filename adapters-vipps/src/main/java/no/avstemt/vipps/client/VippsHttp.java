package no.avstemt.vipps.client;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request at a time, tried again where that may help. Any thread may call. */
final class VippsHttp {

    private static final Logger LOG = LoggerFactory.getLogger(VippsHttp.class);

    private static final double JITTER = 0.2;

    /** No try begins after so long, so that one question does not hold up the ledgers after it. */
    private static final Duration LONGEST_TRYING = Duration.ofMinutes(2);

    private final HttpClient http;
    private final HttpLimits limits;
    private final Clock clock;
    private final RetryPolicy<Answer> retries;
    private final Optional<RateLimiter<Object>> pace;

    VippsHttp(HttpLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limits.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.retries = retryPolicy(limits);
        this.pace = limits.requestsPerSecond() == 0
                ? Optional.empty()
                : Optional.of(RateLimiter.smoothBuilder(limits.requestsPerSecond(), Duration.ofSeconds(1))
                        .build());
    }

    private static RetryPolicy<Answer> retryPolicy(HttpLimits limits) {
        return RetryPolicy.<Answer>builder()
                .handle(IOException.class)
                .abortOn(CappedBody.TooLarge.class)
                .handleResultIf(answer -> isWorthWaitingFor(answer, limits))
                .withMaxRetries(limits.retries())
                .withMaxDuration(LONGEST_TRYING)
                .withBackoff(limits.firstWait(), limits.longestWait())
                .withJitter(JITTER)
                .withDelayFn(context -> askedWait(context.getLastResult()))
                .build();
    }

    private static boolean isWorthWaitingFor(Answer answer, HttpLimits limits) {
        return answer.mayGoBetterLater()
                && answer.retryAfter()
                        .filter(wait -> wait.compareTo(limits.longestWait()) > 0)
                        .isEmpty();
    }

    /** Lengthened by what jitter may take off again. None (negative) leaves the growing wait in force. */
    private static Duration askedWait(@Nullable Answer answer) {
        return Optional.ofNullable(answer)
                .flatMap(Answer::retryAfter)
                .filter(wait -> !wait.isZero())
                .map(wait -> Duration.ofMillis((long) (wait.toMillis() / (1 - JITTER))))
                .orElse(Duration.ofMillis(-1));
    }

    /** The last answer, good or bad, when trying again is of no use any more. */
    Answer send(HttpRequest.Builder request) throws IOException {
        HttpRequest whole = request.timeout(limits.requestTimeout()).build();
        try {
            return Failsafe.with(telling(whole)).get(() -> sendOnce(whole));
        } catch (FailsafeException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            Thread.currentThread().interrupt();
            throw new IOException("the waiting was interrupted", e);
        }
    }

    private RetryPolicy<Answer> telling(HttpRequest request) {
        return RetryPolicy.builder(retries.getConfig())
                .onRetryScheduled(event -> LOG.info(
                        "{} {}: {}; trying again in {} ms",
                        request.method(),
                        request.uri().getPath(),
                        cameBack(event.getLastResult(), event.getLastException()),
                        event.getDelay().toMillis()))
                .build();
    }

    private static String cameBack(@Nullable Answer answer, @Nullable Throwable failure) {
        return failure == null ? "status " + (answer == null ? "unknown" : answer.status()) : failure.toString();
    }

    private Answer sendOnce(HttpRequest request) throws IOException, InterruptedException {
        if (pace.isPresent()) {
            pace.get().acquirePermit();
        }
        CompletableFuture<HttpResponse<byte[]>> response =
                http.sendAsync(request, info -> new CappedBody(limits.maxBodyBytes()));
        try {
            return Answer.of(response.get(limits.requestTimeout().toMillis(), TimeUnit.MILLISECONDS), clock);
        } catch (TimeoutException e) {
            throw timeout(e);
        } catch (ExecutionException e) {
            throw asIo(e.getCause() == null ? e : e.getCause());
        } finally {
            response.cancel(true);
        }
    }

    /** The client's own timeout ends with the headers; this one covers a body that never comes to its end. */
    private HttpTimeoutException timeout(Exception cause) {
        HttpTimeoutException timeout = new HttpTimeoutException(
                "there was no whole answer within " + limits.requestTimeout().toMillis() + " ms");
        timeout.initCause(cause);
        return timeout;
    }

    private IOException asIo(Throwable failure) {
        if (failure instanceof HttpConnectTimeoutException connect) {
            return connect;
        }
        if (failure instanceof HttpTimeoutException slow) {
            return timeout(slow);
        }
        if (failure instanceof IOException io) {
            return io;
        }
        if (failure instanceof CancellationException) {
            return new IOException("the request was cancelled", failure);
        }
        throw new IllegalStateException("A request failed in an unforeseen way", failure);
    }
}
