package no.avstemt.vipps.client;

import java.net.http.HttpRequest;

/** The headers that every call carries. */
final class Headers {

    private Headers() {}

    static HttpRequest.Builder addSystem(HttpRequest.Builder request, SystemHeaders system) {
        return request.header("Accept", "application/json")
                .header("Vipps-System-Name", system.name())
                .header("Vipps-System-Version", system.version())
                .header("Vipps-System-Plugin-Name", system.pluginName())
                .header("Vipps-System-Plugin-Version", system.pluginVersion());
    }
}
