package no.avstemt.web.http;

/**
 * @param template its path under src/main/jte
 * @param page the template's one parameter
 */
public record View(String template, Object page) {}
