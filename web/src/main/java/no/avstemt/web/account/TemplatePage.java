package no.avstemt.web.account;

import java.util.List;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/**
 * @param lead how much the chart deviates, in a sentence
 * @param roles that are on another account than in the template
 * @param mayGive whether marked accounts can be put into the template
 * @param mayMake whether a template can be made of the chart
 */
public record TemplatePage(
        Frame frame,
        List<Link> tabs,
        String client,
        String lead,
        Faults faults,
        Choice template,
        Field name,
        List<Row> rows,
        List<RoleRow> roles,
        boolean mayWrite,
        boolean mayGive,
        boolean mayMake) {

    public TemplatePage {
        tabs = List.copyOf(tabs);
        rows = List.copyOf(rows);
        roles = List.copyOf(roles);
    }

    /**
     * @param how it deviates, in words
     * @param ours,theirs what it is in the chart and in the template; empty where it is not
     */
    public record Row(String code, String how, String ours, String theirs, String href) {}

    /** @param text which account the role is in the template */
    public record RoleRow(String role, String text) {}
}
