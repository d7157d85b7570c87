package no.avstemt.web.connection;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.connection.Connection;
import no.avstemt.application.connection.VippsAddress;
import no.avstemt.application.connection.VippsKeys;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.text.Texts;

/** What was typed about a connection, and what is wrong with it. The client secret is never shown again. */
record ConnectionForm(String name, String address, String clientId, String clientSecret) {

    static final Param<String> NAME = typed("name");
    static final Param<String> ADDRESS = typed("address");
    static final Param<String> CLIENT_ID = typed("client_id");
    static final Param<String> CLIENT_SECRET = typed("client_secret");

    private static final int LONGEST_NAME = 100;

    private static Param<String> typed(String name) {
        return Param.withDefault(name, ParamType.anyText(2_000), "").inForm();
    }

    static ConnectionForm empty() {
        return new ConnectionForm("", VippsAddress.PRODUCTION.text(), "", "");
    }

    static ConnectionForm of(Connection stored) {
        return new ConnectionForm(stored.name(), stored.address().text(), stored.clientId(), "");
    }

    static ConnectionForm of(Request request) {
        return new ConnectionForm(
                request.get(NAME).strip(),
                request.get(ADDRESS).strip(),
                request.get(CLIENT_ID).strip(),
                request.get(CLIENT_SECRET).strip());
    }

    /**
     * Whether the stored secret can be used again. Not for another address or client id: a secret is never sent where
     * whoever entered it did not send it.
     */
    boolean keepsSecretOf(Connection stored) {
        return clientSecret.isEmpty()
                && clientId.equals(stored.clientId())
                && VippsAddress.parse(address).equals(Optional.of(stored.address()));
    }

    Faults faults(Texts texts, Optional<Connection> stored) {
        Faults faults = Faults.none();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            faults.add(NAME.name(), texts.get("connection.name.fault", Integer.toString(LONGEST_NAME)));
        }
        if (VippsAddress.parse(address).isEmpty()) {
            faults.add(ADDRESS.name(), texts.get("connection.address.fault"));
        }
        if (!VippsKeys.isClientId(clientId)) {
            faults.add(CLIENT_ID.name(), texts.get("connection.clientId.fault"));
        }
        boolean kept = stored.filter(this::keepsSecretOf).isPresent();
        if (!kept && !VippsKeys.isClientSecret(clientSecret)) {
            faults.add(CLIENT_SECRET.name(), texts.get("connection.clientSecret.fault"));
        }
        return faults;
    }

    /** Of a form without faults, where the secret is not kept. */
    VippsKeys keys() {
        return new VippsKeys(VippsAddress.parse(address).orElseThrow(), clientId, clientSecret);
    }

    List<Field> fields(Texts texts, Faults faults, boolean isStored) {
        return List.of(
                Field.text(NAME.name(), texts.get("connection.name"), name, faults)
                        .helped(texts.get("connection.name.help")),
                Field.text(ADDRESS.name(), texts.get("connection.address"), address, faults)
                        .as("url")
                        .helped(texts.get("connection.address.help")),
                Field.text(CLIENT_ID.name(), texts.get("connection.clientId"), clientId, faults),
                Field.text(CLIENT_SECRET.name(), texts.get("connection.clientSecret"), "", faults)
                        .as("password")
                        .helped(texts.get(isStored ? "connection.clientSecret.kept" : "connection.clientSecret.help"))
                        .completedAs("new-password"));
    }

    @Override
    public String toString() {
        return "ConnectionForm[" + name + ", " + address + ", " + clientId + "]";
    }
}
