package no.avstemt.web.posting;

import java.util.List;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.page.Frame;

/**
 * How a client account is booked.
 *
 * @param client whom the forms are about
 * @param opening,rates addresses of the opening balances and of the exchange rates
 * @param months with turnover, and what of it took default VAT
 * @param mayWrite whether forms are shown
 */
public record PostingRulesPage(
        Frame frame,
        String client,
        String opening,
        String rates,
        String onDefault,
        List<Month> months,
        List<Rule> categories,
        List<Seen> unmapped,
        List<Standard> standard,
        List<Rule> own,
        boolean mayWrite,
        Faults faults,
        String categoryAction,
        String ruleAction,
        List<Field> categoryFields,
        List<Field> ruleFields,
        Choice ruleType,
        Choice categoryTax,
        Choice ruleTax) {

    public record Month(String month, String turnover, String onDefault, String share) {}

    /** @param remove address that removes it */
    public record Rule(String name, String unit, String account, String taxCode, String dates, String remove) {}

    public record Seen(String category, String sales, String amount, String last) {}

    public record Standard(String type, String topic, String words) {}
}
