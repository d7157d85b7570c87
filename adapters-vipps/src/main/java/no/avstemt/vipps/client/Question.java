package no.avstemt.vipps.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;

/**
 * What is asked of Vipps.
 *
 * @param path encoded, below the base URL
 * @param subject what it is about, in words, for messages
 * @param cursor opaque, where to go on
 * @param withPersonalData must be said with every page (vipps-apis.md 3.2)
 */
record Question(
        String path, String subject, Optional<String> cursor, Optional<Integer> pageSize, boolean withPersonalData) {

    private static final int MOST_SALES = 1000;

    static Question ledgers(Optional<String> cursor) {
        return new Question("/settlement/v1/ledgers", "the list of ledgers", cursor, Optional.empty(), false);
    }

    static Question feed(LedgerId ledger, Topic topic, Optional<String> cursor) {
        String path = path("report", "v2", "ledgers", ledger.value(), topic.vippsName(), "feed");
        return new Question(path, subject(ledger, topic), cursor, Optional.empty(), false);
    }

    static Question date(LedgerId ledger, Topic topic, LocalDate date, Optional<String> cursor) {
        String path = path("report", "v2", "ledgers", ledger.value(), topic.vippsName(), "dates", date.toString());
        return new Question(path, subject(ledger, topic) + ", date " + date, cursor, Optional.empty(), false);
    }

    static Question sales(LedgerId ledger, Optional<String> cursor) {
        String path = path("sales", "report", "v1", "ledgers", ledger.value());
        return new Question(path, "ledger " + ledger + ", topic sales", cursor, Optional.of(MOST_SALES), false);
    }

    static Question sales(LedgerId ledger, LocalDate date, Optional<String> cursor) {
        String path = path("sales", "report", "v1", "ledgers", ledger.value(), "dates", date.toString());
        String subject = "ledger " + ledger + ", topic sales, date " + date;
        return new Question(path, subject, cursor, Optional.of(MOST_SALES), false);
    }

    Question asking(boolean personalData) {
        return new Question(path, subject, cursor, pageSize, personalData);
    }

    static Question saleOfTransaction(LedgerId ledger, String pspReference) {
        return someSales(ledger, "psp-references", pspReference, "transaction ");
    }

    static Question salesOfOrder(LedgerId ledger, String reference) {
        return someSales(ledger, "references", reference, "order ");
    }

    private static Question someSales(LedgerId ledger, String by, String wanted, String what) {
        String path = path("sales", "report", "v1", "ledgers", ledger.value(), by, wanted);
        return new Question(
                path, "ledger " + ledger + ", sales of " + what + wanted, Optional.empty(), Optional.empty(), false);
    }

    private static String subject(LedgerId ledger, Topic topic) {
        return "ledger " + ledger + ", topic " + topic.vippsName();
    }

    private static String path(String... segments) {
        return List.of(segments).stream()
                .map(segment -> encoded(segment).replace("+", "%20"))
                .reduce("", (path, segment) -> path + "/" + segment);
    }

    URI at(URI baseUrl) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        cursor.ifPresent(value -> query.add("cursor=" + encoded(value)));
        pageSize.ifPresent(value -> query.add("pageSize=" + value));
        if (withPersonalData) {
            query.add("includeGDPRSensitiveData=true");
        }
        return URI.create(baseUrl + path + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Ledger, topic and cursor, for the message about a row that cannot be read. */
    String place() {
        return subject + ", " + cursor.map(value -> "cursor " + value).orElse("from the start");
    }

    @Override
    public String toString() {
        return "GET " + path;
    }
}
