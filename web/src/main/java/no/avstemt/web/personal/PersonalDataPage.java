package no.avstemt.web.personal;

import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.page.Frame;

/**
 * @param state what holds now, in a sentence
 * @param mayWrite whether anything can be changed, or only seen
 */
public record PersonalDataPage(
        Frame frame,
        String client,
        String state,
        Faults faults,
        Choice asked,
        Field reason,
        Field days,
        boolean mayWrite) {}
