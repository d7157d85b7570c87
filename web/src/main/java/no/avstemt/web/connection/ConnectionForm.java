package no.avstemt.web.connection;

import java.util.List;
import java.util.Optional;
import no.avstemt.application.connection.Connection;
import no.avstemt.application.connection.SalesUnitKeys;
import no.avstemt.application.connection.VippsAddress;
import no.avstemt.application.connection.VippsKeys;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.text.Texts;

/** What was typed about a connection, and what is wrong with it. The client secret is never shown again. */
record ConnectionForm(
        String name,
        String address,
        String clientId,
        String clientSecret,
        String subscriptionKey,
        String serialNumber) {

    static final Param<String> NAME = typed("name");
    static final Param<String> ADDRESS = typed("address");
    static final Param<String> CLIENT_ID = typed("client_id");
    static final Param<String> CLIENT_SECRET = typed("client_secret");
    static final Param<String> SUBSCRIPTION_KEY = typed("subscription_key");
    static final Param<String> SERIAL_NUMBER = typed("merchant_serial_number");

    private static final int LONGEST_NAME = 100;

    private static Param<String> typed(String name) {
        return Param.withDefault(name, ParamType.anyText(2_000), "").inForm();
    }

    static ConnectionForm empty() {
        return new ConnectionForm("", VippsAddress.PRODUCTION.text(), "", "", "", "");
    }

    static ConnectionForm of(Connection stored) {
        return new ConnectionForm(
                stored.name(), stored.address().text(), stored.clientId(), "", "", serialNumber(stored));
    }

    static ConnectionForm of(Request request) {
        return new ConnectionForm(
                request.get(NAME).strip(),
                request.get(ADDRESS).strip(),
                request.get(CLIENT_ID).strip(),
                request.get(CLIENT_SECRET).strip(),
                request.get(SUBSCRIPTION_KEY).strip(),
                request.get(SERIAL_NUMBER).strip());
    }

    private static String serialNumber(Connection stored) {
        return stored.salesUnit()
                .flatMap(Connection.SalesUnit::merchantSerialNumber)
                .orElse("");
    }

    /**
     * Whether the stored secrets can be used again. Not for another address, client id or sales unit: a secret is never
     * sent where whoever entered it did not send it.
     */
    boolean keepsSecretOf(Connection stored) {
        return clientSecret.isEmpty()
                && subscriptionKey.isEmpty()
                && serialNumber.equals(serialNumber(stored))
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
        if (!kept) {
            addSalesUnitFaults(faults, texts);
        }
        return faults;
    }

    private void addSalesUnitFaults(Faults faults, Texts texts) {
        if (!serialNumber.isEmpty() && !SalesUnitKeys.isSerialNumber(serialNumber)) {
            faults.add(SERIAL_NUMBER.name(), texts.get("connection.serialNumber.fault"));
        }
        boolean none = subscriptionKey.isEmpty() && serialNumber.isEmpty();
        if (!none && !SalesUnitKeys.isSubscriptionKey(subscriptionKey)) {
            faults.add(SUBSCRIPTION_KEY.name(), texts.get("connection.subscriptionKey.fault"));
        }
    }

    /** Of a form without faults, where the secret is not kept. */
    VippsKeys keys() {
        Optional<SalesUnitKeys> salesUnit = subscriptionKey.isEmpty()
                ? Optional.empty()
                : Optional.of(new SalesUnitKeys(
                        subscriptionKey, Optional.of(serialNumber).filter(number -> !number.isEmpty())));
        return new VippsKeys(VippsAddress.parse(address).orElseThrow(), clientId, clientSecret, salesUnit);
    }

    /** @param stored what there is already; none of a new connection */
    ConnectionFields fields(Texts texts, Faults faults, Optional<Connection> stored) {
        return new ConnectionFields(
                accounting(texts, faults, stored.isPresent()),
                salesUnit(texts, faults),
                !subscriptionKey.isEmpty()
                        || !serialNumber.isEmpty()
                        || stored.flatMap(Connection::salesUnit).isPresent());
    }

    private List<Field> salesUnit(Texts texts, Faults faults) {
        return List.of(
                Field.text(SUBSCRIPTION_KEY.name(), texts.get("connection.subscriptionKey"), "", faults)
                        .as("password")
                        .completedAs("new-password"),
                Field.text(SERIAL_NUMBER.name(), texts.get("connection.serialNumber"), serialNumber, faults));
    }

    private List<Field> accounting(Texts texts, Faults faults, boolean isStored) {
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
