package no.avstemt.web.page;

/**
 * From one page of a list to the next and back.
 *
 * @param previous,next where they are; empty where there is none
 */
public record Pager(String previous, String next) {

    public boolean isNeeded() {
        return !previous.isEmpty() || !next.isEmpty();
    }
}
