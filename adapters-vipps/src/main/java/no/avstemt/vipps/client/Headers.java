package no.avstemt.vipps.client;

import java.net.http.HttpRequest;

/** The headers that calls carry beside their own. */
final class Headers {

    private Headers() {}

    /** On every call; accounting keys send no subscription key (vipps-apis.md 1.2). */
    static HttpRequest.Builder add(HttpRequest.Builder request, VippsConnection connection) {
        connection.salesUnit().ifPresent(unit -> {
            request.header("Ocp-Apim-Subscription-Key", unit.subscriptionKey());
            unit.merchantSerialNumber().ifPresent(number -> request.header("Merchant-Serial-Number", number));
        });
        SystemHeaders system = connection.systemHeaders();
        return request.header("Accept", "application/json")
                .header("Vipps-System-Name", system.name())
                .header("Vipps-System-Version", system.version())
                .header("Vipps-System-Plugin-Name", system.pluginName())
                .header("Vipps-System-Plugin-Version", system.pluginVersion());
    }
}
