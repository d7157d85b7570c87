package no.avstemt.web.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.avstemt.application.access.Caller;
import no.avstemt.application.access.ClientScope;
import no.avstemt.application.access.Right;
import no.avstemt.application.client.ClientStore.ClientName;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Choice.Option;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.text.Texts;

/**
 * What was typed about a new key.
 *
 * @param everyClient whether it sees all that its owner sees, now and later
 * @param chosen client accounts, when it does not
 */
record ApiKeyForm(String name, Right right, boolean everyClient, List<Long> chosen) {

    static final Param<String> NAME =
            Param.withDefault("name", ParamType.anyText(2_000), "").inForm();
    static final Param<Right> RIGHT =
            Param.withDefault("access_right", rightType(), "read").inForm();
    static final Param<Boolean> SCOPE =
            Param.withDefault("scope", scopeType(), "chosen").inForm();
    static final Param<List<Long>> CLIENTS =
            Param.each("clients", ParamType.number(1, 999_999_999_999_999_999L)).inForm();

    private static final int LONGEST_NAME = 100;

    ApiKeyForm {
        chosen = List.copyOf(chosen);
    }

    static ApiKeyForm empty() {
        return new ApiKeyForm("", Right.READ, false, List.of());
    }

    static ApiKeyForm of(Request request) {
        return new ApiKeyForm(request.get(NAME).strip(), request.get(RIGHT), request.get(SCOPE), request.get(CLIENTS));
    }

    private static ParamType<Right> rightType() {
        Map<String, Right> rights = new LinkedHashMap<>();
        rights.put("read", Right.READ);
        rights.put("write", Right.WRITE);
        return ParamType.choice(rights);
    }

    private static ParamType<Boolean> scopeType() {
        Map<String, Boolean> scopes = new LinkedHashMap<>();
        scopes.put("chosen", false);
        scopes.put("all", true);
        return ParamType.choice(scopes);
    }

    /** @param seen the client accounts that the owner sees */
    Faults faults(Texts texts, List<ClientName> seen, Caller owner) {
        Faults faults = Faults.none();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            faults.add(NAME.name(), texts.get("apiKeys.name.fault", Integer.toString(LONGEST_NAME)));
        }
        if (right == Right.WRITE && !owner.mayWrite()) {
            faults.add(RIGHT.name(), texts.get("apiKeys.right.fault"));
        }
        List<Long> known = seen.stream().map(client -> client.id().value()).toList();
        if (!everyClient && (chosen.isEmpty() || !known.containsAll(chosen))) {
            faults.add(CLIENTS.name(), texts.get("apiKeys.clients.fault"));
        }
        return faults;
    }

    /** Of a form without faults. */
    ClientScope scope() {
        return everyClient
                ? ClientScope.all()
                : ClientScope.of(chosen.stream().map(ClientAccountId::new).collect(Collectors.toSet()));
    }

    Field nameField(Texts texts, Faults faults) {
        return Field.text(NAME.name(), texts.get("apiKeys.name"), name, faults).helped(texts.get("apiKeys.name.help"));
    }

    Choice rights(Texts texts, Caller owner) {
        Option read = new Option("read", texts.get("apiKeys.right.read"), right == Right.READ);
        Option write = new Option("write", texts.get("apiKeys.right.write"), right == Right.WRITE);
        return Choice.of(
                RIGHT.name(), texts.get("apiKeys.right"), owner.mayWrite() ? List.of(read, write) : List.of(read));
    }

    Choice scopes(Texts texts) {
        return Choice.of(
                SCOPE.name(),
                texts.get("apiKeys.scope"),
                List.of(
                        new Option("chosen", texts.get("apiKeys.scope.chosen"), !everyClient),
                        new Option("all", texts.get("apiKeys.scope.all"), everyClient)));
    }

    List<Option> clients(List<ClientName> seen) {
        return seen.stream()
                .map(client -> new Option(
                        client.id().toString(),
                        client.name(),
                        chosen.contains(client.id().value())))
                .toList();
    }
}
