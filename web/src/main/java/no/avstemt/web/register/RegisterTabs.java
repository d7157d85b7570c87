package no.avstemt.web.register;

import java.util.List;
import java.util.stream.Stream;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Link;

/** From one register of a client account to the others, and to the settings beside them. */
public final class RegisterTabs {

    public static final String SALES_UNITS = "sales-units";
    public static final String MANDATORY = "mandatory-dimensions";

    private static final List<String> PATHS = Stream.of(
                    Stream.of("business-partners", "bank-accounts"),
                    LabelView.TYPES.stream().map(DimensionType::apiName).map(name -> name + "s"),
                    Stream.of("documents", SALES_UNITS, MANDATORY))
            .flatMap(paths -> paths)
            .toList();

    private RegisterTabs() {}

    public static List<Link> of(Request request, String shown) {
        ClientAccountId client = request.client();
        return PATHS.stream()
                .map(path -> new Link(
                        request.texts().get("register." + path),
                        Addresses.register(client, path).toString(),
                        path.equals(shown)))
                .toList();
    }
}
