package no.avstemt.application.once;

import java.time.Instant;
import java.util.Optional;

/** The keys of requests that were answered, with the answers. */
public interface AnswerStore {

    /**
     * Takes the key for this unit of work. Waits while another holds it.
     *
     * @return whether it was free
     * @throws StillAnswering when the other takes long
     */
    boolean take(Keyed request, Instant now);

    /** The answer to a request that took the key in a unit that has ended. */
    Optional<Kept> find(Keyed request);

    /** Fills in what was taken. */
    void keep(Keyed request, byte[] bodySha256, Answer answer);

    /** Gives back what was taken in this unit. */
    void giveBack(Keyed request);

    /** Some of those that are older; called often enough, all of them. */
    void forgetBefore(Keyed request, Instant moment);

    /** @param operation of the request that was answered */
    record Kept(String operation, byte[] bodySha256, Answer answer) {}

    /** The same key is being answered at this moment. */
    final class StillAnswering extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public StillAnswering(Throwable cause) {
            super("The same key is being answered", cause);
        }

        StillAnswering(String message) {
            super(message);
        }
    }
}
