package no.avstemt.web.page;

/**
 * Addresses of what a page loads; they change when the content does.
 *
 * @param script ours
 * @param htmx swaps what would reload
 */
public record AssetLinks(String style, String icon, String script, String htmx) {}
