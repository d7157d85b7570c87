package no.avstemt.application.once;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.once.AnswerOnce.How;
import no.avstemt.application.once.AnswerOnce.Outcome;
import no.avstemt.application.once.AnswerStore.Kept;
import no.avstemt.application.once.AnswerStore.StillAnswering;

/**
 * Does what a keyed request of the office asks for, or gives the answer it got before. The work asks Vipps, so that key
 * and work are units of their own; a program that dies between them leaves a claim that is free again after ten minutes.
 */
public final class AnswerOfficeOnce {

    private static final Duration LONGEST_WORK = Duration.ofMinutes(10);

    private final UnitOfWork unit;
    private final Clock clock;

    public AnswerOfficeOnce(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /**
     * @param bodySha256 asked for once the work is done, or has no need to be done
     * @throws StillAnswering when the same key is being answered
     */
    public Outcome run(OfficeKeyed request, Supplier<byte[]> bodySha256, Supplier<Answer> work) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean claimed = unit.write(Set.of(), stores -> {
            OfficeAnswerStore answers = stores.officeAnswers();
            answers.forgetBefore(now.minus(AnswerOnce.KEPT));
            return answers.claim(request, now, now.minus(LONGEST_WORK));
        });
        return claimed ? done(request, now, bodySha256, work) : replayed(request, bodySha256);
    }

    private Outcome replayed(OfficeKeyed request, Supplier<byte[]> bodySha256) {
        Optional<Kept> found =
                unit.read(Set.of(), stores -> stores.officeAnswers().find(request));
        Kept kept = found.orElseThrow(() -> new StillAnswering("The key was claimed, and has no answer yet"));
        return new Outcome(AnswerOnce.same(kept, request.operation(), bodySha256.get()), kept.answer());
    }

    private Outcome done(OfficeKeyed request, Instant claimedAt, Supplier<byte[]> bodySha256, Supplier<Answer> work) {
        boolean kept = false;
        try {
            Answer answer = work.get();
            if (answer.isSuccess()) {
                byte[] sha256 = bodySha256.get();
                unit.write(Set.of(), stores -> {
                    stores.officeAnswers().keep(request, claimedAt, sha256, answer);
                    return true;
                });
                kept = true;
            }
            return new Outcome(How.DONE, answer);
        } finally {
            if (!kept) {
                giveBack(request, claimedAt);
            }
        }
    }

    private void giveBack(OfficeKeyed request, Instant claimedAt) {
        unit.write(Set.of(), stores -> {
            stores.officeAnswers().giveBack(request, claimedAt);
            return true;
        });
    }
}
