package no.avstemt.web.entry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import no.avstemt.application.access.Randomness;
import no.avstemt.application.access.Token;
import no.avstemt.application.once.Answer;
import no.avstemt.application.once.AnswerOnce;
import no.avstemt.application.once.AnswerOnce.How;
import no.avstemt.application.once.AnswerOnce.Outcome;
import no.avstemt.application.once.Keyed;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Request;

/**
 * Lets a form be sent twice and do once what it asks for. Each form that is opened carries a token of its own, which is
 * kept as an {@code Idempotency-Key} is: with what was done, in the same unit of work.
 */
public final class SentOnce {

    static final Param<String> TOKEN =
            Param.withDefault("once", ParamType.anyText(100), "").inForm();

    private static final String LOCATION = "Location";
    private static final String NAMED = "form ";

    private final AnswerOnce answerOnce;
    private final Randomness randomness;

    public SentOnce(AnswerOnce answerOnce, Randomness randomness) {
        this.answerOnce = answerOnce;
        this.randomness = randomness;
    }

    /**
     * How it went.
     *
     * @param location where what was done is seen; empty when nothing was
     * @param ofOther whether the same form was sent before with something else in it, and nothing was done now
     */
    record Sent(Optional<String> location, boolean ofOther) {}

    String newToken() {
        return Token.next(randomness).text();
    }

    /**
     * @param content all that the form holds
     * @param work gives where what it did is seen, or nothing when it did nothing; it may be called again when the
     *     database asks for it
     * @throws no.avstemt.application.once.AnswerStore.StillAnswering when the same form is being answered and that takes
     *     long
     */
    Sent run(Request request, String content, Supplier<Optional<String>> work) {
        String token = request.get(TOKEN);
        if (token.isEmpty()) {
            return new Sent(work.get(), false);
        }
        Keyed keyed = new Keyed(request.client(), request.caller().user(), NAMED + token, request.here());
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Outcome outcome = answerOnce.run(keyed, () -> sha256(bytes), () -> answer(work.get()));
        Answer answer = outcome.answer();
        return new Sent(
                answer.isSuccess() ? Optional.of(answer.headers().get(1)) : Optional.empty(),
                outcome.how() == How.OTHER_REQUEST);
    }

    private static Answer answer(Optional<String> location) {
        return new Answer(
                location.isPresent() ? 303 : 422,
                "text/plain",
                location.map(where -> List.of(LOCATION, where)).orElse(List.of()),
                new byte[0]);
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
