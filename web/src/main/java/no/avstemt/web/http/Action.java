package no.avstemt.web.http;

/** Reads the request into domain types, calls one use case, and renders its answer. */
@FunctionalInterface
public interface Action {

    Reply answer(Request request);
}
