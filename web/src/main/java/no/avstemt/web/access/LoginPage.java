package no.avstemt.web.access;

import no.avstemt.web.page.Bare;

/**
 * @param email as typed before
 * @param problem why it did not go through; empty at first
 * @param returnTo where to go afterwards
 */
public record LoginPage(Bare bare, String email, String problem, String returnTo) {}
