package no.avstemt.application.once;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.once.AnswerStore.Kept;

/** Does what a keyed request asks for, or gives the answer it got before. */
public final class AnswerOnce {

    static final Duration KEPT = Duration.ofDays(31);

    private final UnitOfWork unit;
    private final Clock clock;

    public AnswerOnce(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    public enum How {
        DONE,
        REPLAYED,
        /** The key belongs to another request. */
        OTHER_REQUEST
    }

    /** @param answer of another request, when that is what it is */
    public record Outcome(How how, Answer answer) {}

    /**
     * @param bodySha256 asked for once the work is done, or has no need to be done
     * @param work what it writes becomes one unit with the key; it may be called again when the database asks for it
     * @throws AnswerStore.StillAnswering when the same key is being answered and that takes long
     */
    public Outcome run(Keyed request, Supplier<byte[]> bodySha256, Supplier<Answer> work) {
        Instant now = clock.instant();
        return unit.together(Set.of(request.client()), stores -> {
            AnswerStore answers = stores.answers();
            answers.forgetBefore(request, now.minus(KEPT));
            if (!answers.take(request, now)) {
                Kept kept = answers.find(request).orElseThrow();
                return new Outcome(same(kept, request.operation(), bodySha256.get()), kept.answer());
            }
            Answer answer = work.get();
            if (answer.isSuccess()) {
                answers.keep(request, bodySha256.get(), answer);
            } else {
                answers.giveBack(request);
            }
            return new Outcome(How.DONE, answer);
        });
    }

    static How same(Kept kept, String operation, byte[] bodySha256) {
        boolean same = kept.operation().equals(operation) && MessageDigest.isEqual(kept.bodySha256(), bodySha256);
        return same ? How.REPLAYED : How.OTHER_REQUEST;
    }
}
