package no.avstemt.web.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.avstemt.application.access.Language;
import no.avstemt.application.chart.ChartTemplate;
import no.avstemt.application.chart.Deviation;
import no.avstemt.application.chart.FollowTemplate.Compared;
import no.avstemt.application.client.StandardChart;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;
import no.avstemt.web.text.Texts;

/** What chart templates look like in JSON, in and out. */
final class TemplateShapes {

    /** The standard chart of the program has the lowest. */
    static final Kind<Long> TEMPLATE_ID = Kind.number(ChartTemplate.BUILT_IN, 999_999_999_999L);

    private static final int MOST_ACCOUNTS = 5_000;
    private static final Kind<Long> COUNT = Kind.number(0, Long.MAX_VALUE);

    static final Field<String> NAME =
            Field.required("name", Kind.text(100)).describedAs("Which no other template of the office has.");
    static final Shape NEW_TEMPLATE = Shape.of("NewChartTemplate", NAME);

    static final Field<Long> TEMPLATE =
            Field.required("template_id", TEMPLATE_ID).describedAs("0 is the standard chart of the program.");
    static final Shape FOLLOWED_TEMPLATE = Shape.of("ChosenChartTemplate", TEMPLATE);

    static final Field<List<AccountCode>> ACCOUNTS = Field.each("account_codes", AccountShapes.CODE, MOST_ACCOUNTS)
            .describedAs("Of accounts that deviate; others stay as they are.");
    static final Field<List<AccountRole>> ROLES = Field.each("roles", AccountShapes.ROLE, AccountRole.values().length);
    static final Shape TAKEN_OVER = Shape.of("TakenFromChartTemplate", ACCOUNTS, ROLES);
    static final Field<List<AccountCode>> GIVEN_ACCOUNTS =
            Field.required("account_codes", Kind.list(AccountShapes.CODE, 1, MOST_ACCOUNTS));
    static final Shape GIVEN = Shape.of("GivenToChartTemplate", GIVEN_ACCOUNTS);

    /** A template in a list, and whether it is the one that the client account's chart is held against. */
    record Offered(ChartTemplate.Listed listed, boolean isFollowed) {}

    static final Resource<Offered> OFFERED = Resource.<Offered>named("ChartTemplate")
            .with("id", TEMPLATE_ID, offered -> offered.listed().id())
            .with(
                    "name",
                    Kind.text(100),
                    offered -> name(offered.listed().id(), offered.listed().name()))
            .with("accounts", COUNT, offered -> offered.listed().accounts())
            .described("How many accounts it has.")
            .maybe("changed_at", Kind.moment(), offered -> offered.listed().changedAt())
            .with("followed", Kind.flag(), Offered::isFollowed)
            .described("Whether the client account's chart is held against this one.");

    private static final Resource<Account> ACCOUNT = Resource.<Account>named("ChartTemplateAccount")
            .with("account_code", AccountShapes.CODE, Account::code)
            .with("name_nb", Kind.text(256), Account::nameNb)
            .with("name_en", Kind.text(256), Account::nameEn)
            .maybe("relation_type", Kind.choice(AccountShapes.relations()), Account::relationType)
            .maybe("default_tax_code", Kind.text(10), Account::defaultTaxCode)
            .with(
                    "grouping_category",
                    Kind.text(256),
                    account -> account.saftGrouping().category())
            .with(
                    "grouping_code",
                    Kind.text(35),
                    account -> account.saftGrouping().code())
            .with("active", Kind.flag(), Account::active)
            .with("postable", Kind.flag(), Account::postable);

    private static final Resource<Map.Entry<AccountRole, AccountCode>> ROLE =
            Resource.<Map.Entry<AccountRole, AccountCode>>named("ChartTemplateRole")
                    .with("role", AccountShapes.ROLE, Map.Entry::getKey)
                    .with("account_code", AccountShapes.CODE, Map.Entry::getValue);

    static final Resource<ChartTemplate> WHOLE = Resource.<ChartTemplate>named("WholeChartTemplate")
            .with("id", TEMPLATE_ID, ChartTemplate::id)
            .with("name", Kind.text(100), template -> name(template.id(), template.name()))
            .each(
                    "accounts",
                    ACCOUNT,
                    template -> template.accounts().stream()
                            .map(TemplateShapes::account)
                            .toList())
            .each(
                    "roles",
                    ROLE,
                    template -> Stream.of(AccountRole.values())
                            .map(role -> Map.entry(role, template.account(role)))
                            .toList());

    static final Resource<Compared> FOLLOWED = Resource.<Compared>named("FollowedChartTemplate")
            .with("template_id", TEMPLATE_ID, compared -> compared.template().id())
            .with(
                    "name",
                    Kind.text(100),
                    compared ->
                            name(compared.template().id(), compared.template().name()))
            .with("deviations", COUNT, compared -> (long) compared.deviations().size())
            .described("How many accounts are not what they are in the template.")
            .each(
                    "deviating_roles",
                    ROLE,
                    compared -> compared.roles().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .toList())
            .described("Roles that are on another account in the chart, with the account of the template.");

    static final Resource<Deviation> DEVIATION = Resource.<Deviation>named("ChartDeviation")
            .with("account_code", AccountShapes.CODE, Deviation::code)
            .each(
                    "kinds",
                    Kind.choice(kinds()),
                    deviation -> deviation.kinds().stream().sorted().toList())
            .maybe("chart", ACCOUNT, deviation -> deviation.ours().map(used -> used.account()))
            .described("What it is in the client account's chart; null when it is missing there.")
            .maybe("template", ACCOUNT, deviation -> deviation.theirs().map(TemplateShapes::account))
            .described("What it is in the template; null when it is not there.");

    private TemplateShapes() {}

    static Account account(StandardChart.Row row) {
        return new Account(
                0,
                row.code(),
                row.nameNb(),
                row.nameEn(),
                row.relationType(),
                row.defaultTaxCode(),
                row.saftGrouping(),
                true,
                row.postable());
    }

    static List<Offered> offered(Compared compared) {
        ChartTemplate.Listed builtIn = new ChartTemplate.Listed(
                ChartTemplate.BUILT_IN,
                "",
                Optional.empty(),
                StandardChart.rows().size(),
                0);
        return Stream.concat(Stream.of(builtIn), compared.templates().stream())
                .map(listed ->
                        new Offered(listed, listed.id() == compared.template().id()))
                .toList();
    }

    static long template(Body body) {
        return body.get(TEMPLATE);
    }

    private static String name(long id, String name) {
        return id == ChartTemplate.BUILT_IN ? Texts.in(Language.ENGLISH).get("chart.template.builtIn") : name;
    }

    private static Map<String, Deviation.Kind> kinds() {
        Map<String, Deviation.Kind> kinds = new LinkedHashMap<>();
        for (Deviation.Kind kind : Deviation.Kind.values()) {
            kinds.put(kind.name(), kind);
        }
        return kinds;
    }
}
