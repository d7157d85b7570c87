package no.avstemt.web.setup;

import no.avstemt.web.page.Bare;

/** @param why no token, or a wrong one */
public record LockedPage(Bare bare, String why) {}
