package no.avstemt.web.settlement;

import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Pager;
import no.avstemt.web.report.Selection;

/**
 * @param lead one sentence about what is shown; may be empty
 * @param leadHref where the journal line shown is; empty where none is
 * @param selection the filter as a sentence; without parts where a search or a line says what is shown
 * @param search what was searched for; may be empty
 * @param clearHref the list without the search
 * @param empty stands instead of rows when there are none
 */
public record EntriesPage(
        Frame frame,
        String title,
        String lead,
        String leadHref,
        Selection selection,
        String client,
        String search,
        String clearHref,
        EntryTable table,
        Pager pager,
        String empty) {

    public boolean isFiltered() {
        return !selection.parts().isEmpty();
    }
}
