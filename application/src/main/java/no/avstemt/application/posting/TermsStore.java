package no.avstemt.application.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.posting.CategoryRule;
import no.avstemt.domain.posting.PostingTerms;
import no.avstemt.domain.posting.RuleOverride;
import no.avstemt.domain.time.Period;

/** What client accounts have decided about how their ledgers are booked. */
public interface TermsStore {

    PostingTerms terms(ClientAccountId client);

    /** By category, then first day. */
    List<Stored<CategoryRule>> categories(ClientAccountId client);

    long add(ClientAccountId client, CategoryRule rule);

    void change(ClientAccountId client, long id, CategoryRule rule);

    void removeCategory(ClientAccountId client, long id);

    /** By type, then first day. */
    List<Stored<RuleOverride>> overrides(ClientAccountId client);

    long add(ClientAccountId client, RuleOverride rule);

    void change(ClientAccountId client, long id, RuleOverride rule);

    void removeOverride(ClientAccountId client, long id);

    /** Categories that sales of these days or their lines have had, largest amount first. */
    List<SeenCategory> seen(ClientAccountId client, Period days);

    /** Turnover booked from Vipps in each month of the period, and how much of it took default VAT; earliest first. */
    List<MonthOnDefault> onDefault(ClientAccountId client, Period period);

    /** @param id as in the API */
    record Stored<T>(long id, T rule) {}

    /** @param amount øre, VAT included, refunds negative */
    record SeenCategory(String category, long sales, long amount, Optional<LocalDate> last) {}

    /**
     * @param month its first day
     * @param turnover øre, VAT included, refunds negative
     * @param onDefault of that, what took the unit's default code for want of a sale that tells
     */
    record MonthOnDefault(LocalDate month, long turnover, long onDefault, long entries) {}
}
