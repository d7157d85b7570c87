package no.avstemt.web.dimension;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.dimension.RequireDimensions;
import no.avstemt.application.dimension.RequireDimensions.Duties;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Paged;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.Request;
import no.avstemt.web.http.Route;
import no.avstemt.web.register.Objections;
import no.avstemt.web.text.Message;

/** What lines on an account must be about. */
public final class DutyApi {

    private static final String PATH = "/api/v2/mandatory-dimensions";

    private static final Kind<AccountCode> ACCOUNT_KIND =
            Kind.text(8).as(DutyApi::account, AccountCode::digits, Message.of("register.allowed.account"));
    private static final Kind<DimensionType> TYPE_KIND = Kind.choice(types());

    private static final Field<AccountCode> ACCOUNT = Field.required("account_code", ACCOUNT_KIND);
    private static final Field<List<DimensionType>> TYPES =
            Field.each("types", TYPE_KIND, DimensionType.values().length).describedAs("None lifts the demand.");
    private static final Shape WRITTEN = Shape.of("WrittenMandatoryDimensions", ACCOUNT, TYPES);

    private static final Resource<Duty> DUTY = Resource.<Duty>named("MandatoryDimensions")
            .with("account_code", ACCOUNT_KIND, Duty::account)
            .each("types", TYPE_KIND, duty -> List.copyOf(new TreeSet<>(duty.types())));

    private final RequireDimensions require;

    public DutyApi(RequireDimensions require) {
        this.require = require;
    }

    private record Duty(AccountCode account, Set<DimensionType> types) {}

    static Map<String, DimensionType> types() {
        Map<String, DimensionType> byName = new LinkedHashMap<>();
        List.of(DimensionType.values()).forEach(type -> byName.put(type.apiName(), type));
        return byName;
    }

    static Optional<AccountCode> account(String text) {
        return text.matches("[1-9][0-9]{3,7}") ? Optional.of(new AccountCode(text)) : Optional.empty();
    }

    static Set<DimensionType> set(List<DimensionType> types) {
        Set<DimensionType> set = EnumSet.noneOf(DimensionType.class);
        set.addAll(types);
        return set;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH)
                        .toReaders()
                        .ofClient()
                        .lists(DUTY)
                        .says("The accounts whose lines must be about something, and what.")
                        .by(this::list),
                Route.put(PATH)
                        .toWriters()
                        .ofClient()
                        .body(WRITTEN)
                        .gives(200, DUTY)
                        .conflicts("lines booked from Vipps would lack it; map every sales unit first")
                        .says("Says what lines on an account must be about from now on.")
                        .by(this::put));
    }

    private Reply list(Request request) {
        Duties duties = require.all(request.client());
        List<Duty> all = duties.accounts().stream()
                .map(account -> new Duty(account.code(), duties.mandatory().of(account.code())))
                .filter(duty -> !duty.types().isEmpty())
                .toList();
        return Reply.json(Paged.of(request).envelope(all, DUTY::json));
    }

    private Reply put(Request request) {
        AccountCode account = request.body().get(ACCOUNT);
        Set<DimensionType> types = set(request.body().get(TYPES));
        require.run(request.client(), Actor.of(request.caller()), account, types)
                .ifPresent(objection -> {
                    throw Objections.problem(objection);
                });
        return Reply.json(DUTY.json(new Duty(account, types)));
    }
}
