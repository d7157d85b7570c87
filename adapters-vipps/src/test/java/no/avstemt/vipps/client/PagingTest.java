package no.avstemt.vipps.client;

import static no.avstemt.vipps.client.OddVipps.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.settlement.LedgerList;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

    private static final LedgerId LEDGER = new LedgerId("418207");
    private static final LocalDate DATE = LocalDate.of(2026, 3, 2);
    private static final String ONE = "{\"items\": [{\"ledgerId\": \"1\"}], \"cursor\": \"a+b/c==\"}";

    private final OddVipps vipps = new OddVipps();

    @AfterEach
    void stop() {
        vipps.close();
    }

    @Test
    void cursors_and_ids_are_encoded_on_every_path() {
        String page = "{\"items\": [], \"cursor\": \"x\", \"hasMore\": false}";
        vipps.replying(ok(page), ok(page), ok(page), ok(page), ok(page));
        ReportApiClient client = vipps.client();
        Optional<String> cursor = Optional.of("a+b/c==&d e");
        LedgerId odd = new LedgerId("4/1 ?");

        client.feed(odd, Topic.FUNDS, cursor);
        client.date(LEDGER, Topic.FEES, DATE, cursor);
        client.sales(LEDGER, cursor);
        client.sales(LEDGER, DATE, Optional.empty());
        client.feed(LEDGER, Topic.FEES, Optional.of(""));

        assertEquals(
                List.of(
                        "/report/v2/ledgers/4%2F1%20%3F/funds/feed?cursor=a%2Bb%2Fc%3D%3D%26d+e",
                        "/report/v2/ledgers/418207/fees/dates/2026-03-02?cursor=a%2Bb%2Fc%3D%3D%26d+e",
                        "/sales/report/v1/ledgers/418207?cursor=a%2Bb%2Fc%3D%3D%26d+e&pageSize=1000",
                        "/sales/report/v1/ledgers/418207/dates/2026-03-02?pageSize=1000",
                        "/report/v2/ledgers/418207/fees/feed"),
                vipps.asked().stream().map(OddVipps.Asked::uri).toList());
    }

    @Test
    void the_list_of_ledgers_is_read_to_its_end() {
        vipps.replying(ok(ONE), ok("{\"items\": [{\"ledgerId\": \"2\"}, {\"ledgerId\": \"1\"}], \"cursor\": \"\"}"));

        assertEquals(List.of("1", "2"), ledgerIds());
        assertEquals(
                List.of("/settlement/v1/ledgers", "/settlement/v1/ledgers?cursor=a%2Bb%2Fc%3D%3D"),
                vipps.asked().stream().map(OddVipps.Asked::uri).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\": [{\"ledgerId\": \"2\"}]}",
                "{\"items\": [{\"ledgerId\": \"2\"}], \"cursor\": null}",
                "{\"items\": [{\"ledgerId\": \"2\"}], \"cursor\": \"a+b/c==\"}",
            })
    void the_list_of_ledgers_ends_without_a_cursor_or_with_the_same_again(String last) {
        vipps.replying(ok(ONE), ok(last));

        assertEquals(List.of("1", "2"), ledgerIds());
        assertEquals(2, vipps.asked().size());
    }

    @Test
    void a_repeated_page_of_the_list_is_asked_for_again_and_does_not_end_it() {
        vipps.replying(ok(ONE), ok(ONE), ok("{\"items\": [{\"ledgerId\": \"2\"}], \"cursor\": \"\"}"));

        LedgerList list = vipps.client().list();

        assertEquals(List.of("1", "2"), ids(list.ledgers()));
        assertTrue(list.whole());
    }

    @Test
    void a_list_whose_page_is_repeated_for_good_is_not_known_to_be_whole() {
        vipps.replying(ok(ONE), ok(ONE), ok(ONE));

        LedgerList list = vipps.client().list();

        assertEquals(List.of("1"), ids(list.ledgers()));
        assertFalse(list.whole());
        assertEquals(3, vipps.asked().size());
    }

    @Test
    void the_list_of_ledgers_ends_with_an_empty_page() {
        vipps.replying(ok(ONE), ok("{\"items\": [], \"cursor\": \"more\"}"));

        assertEquals(List.of("1"), ledgerIds());
    }

    @Test
    void a_list_of_ledgers_without_end_is_given_up() {
        for (int page = 0; page < 1000; page++) {
            vipps.replying(ok("{\"items\": [{\"ledgerId\": \"1\"}], \"cursor\": \"c" + page + "\"}"));
        }

        SourceUnavailable failure =
                assertThrows(SourceUnavailable.class, () -> vipps.client().ledgers());

        assertEquals(SourceUnavailable.Reason.UNREADABLE, failure.reason());
    }

    private List<String> ledgerIds() {
        return ids(vipps.client().ledgers());
    }

    private static List<String> ids(List<Ledger> ledgers) {
        return ledgers.stream().map(ledger -> ledger.id().value()).toList();
    }
}
