package no.avstemt.web.page;

/** Addresses of what a page loads; they change when the content does. */
public record AssetLinks(String style, String icon) {}
