package no.avstemt.application.access;

/** Where unguessable bytes come from; tests hand in predictable ones. */
public interface Randomness {

    byte[] bytes(int count);
}
