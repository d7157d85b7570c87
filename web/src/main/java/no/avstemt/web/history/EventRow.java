package no.avstemt.web.history;

/** One thing that was done, in words. */
public record EventRow(String at, String who, String what, String subject, String changes) {}
