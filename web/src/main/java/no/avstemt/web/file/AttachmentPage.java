package no.avstemt.web.file;

import no.avstemt.web.page.Frame;

/** @param lead which entry they are beside */
public record AttachmentPage(Frame frame, String title, String lead, AttachmentList list) {}
