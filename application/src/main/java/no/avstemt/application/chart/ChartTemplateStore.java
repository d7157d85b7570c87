package no.avstemt.application.chart;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.client.StandardChart;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.client.ClientAccountId;

/** The office's chart templates beside the built-in one, and which template each client account names. */
public interface ChartTemplateStore {

    /** By name. */
    List<ChartTemplate.Listed> all();

    Optional<ChartTemplate> find(long templateId);

    /** The id of the template that the client account names; {@link ChartTemplate#BUILT_IN} where it names none. */
    long followed(ClientAccountId client);

    void follow(ClientAccountId client, long templateId);

    boolean hasName(String name);

    /** @return the new template's id */
    long add(String name, Instant at);

    /** Adds or replaces these accounts, and these roles. */
    void put(long templateId, List<StandardChart.Row> accounts, Map<AccountRole, AccountCode> roles, Instant at);
}
