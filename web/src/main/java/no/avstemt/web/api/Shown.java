package no.avstemt.web.api;

/** How a value is written as JSON, and how that is described. */
public interface Shown<V> {

    Schema schema();

    /** What the JSON library writes: a map, a list, a text, a whole or exact decimal number, or a truth value. */
    Object json(V value);
}
