package no.avstemt.web.go;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.frame.RailPage;

/** Where the reader stands: which page, and of which client account, as far as the address tells. Nothing is believed. */
record From(Optional<RailPage> page, Optional<ClientAccountId> client) {

    private static final Pattern PAGE = Pattern.compile("^/([a-z-]+)");
    private static final Pattern CLIENT = Pattern.compile("[?&]client_account_id=([1-9][0-9]{0,17})(&|$)");

    static From address(String address) {
        Matcher page = PAGE.matcher(address);
        Matcher client = CLIENT.matcher(address);
        return new From(
                page.find() ? RailPage.of(page.group(1)) : Optional.empty(),
                client.find() ? Optional.of(new ClientAccountId(Long.parseLong(client.group(1)))) : Optional.empty());
    }
}
