package no.avstemt.application.once;

import java.time.Instant;
import java.util.Optional;
import no.avstemt.application.once.AnswerStore.Kept;

/** The keys of requests of the office, claimed before they are answered. */
public interface OfficeAnswerStore {

    /**
     * Claims the key as of now.
     *
     * @param abandonedBefore a claim without an answer that is older is of a program that died
     * @return whether it was free
     */
    boolean claim(OfficeKeyed request, Instant now, Instant abandonedBefore);

    /** None while the key is being answered. */
    Optional<Kept> find(OfficeKeyed request);

    /** Fills in what was claimed then. */
    void keep(OfficeKeyed request, Instant claimedAt, byte[] bodySha256, Answer answer);

    /** Gives back what was claimed then. */
    void giveBack(OfficeKeyed request, Instant claimedAt);

    void forgetBefore(Instant moment);
}
