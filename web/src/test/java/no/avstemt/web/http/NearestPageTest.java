package no.avstemt.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.http.NearestPage.Asked;
import org.junit.jupiter.api.Test;

final class NearestPageTest {

    private static final NearestPage PAGES = new NearestPage(new Routes(List.of(
            page(Route.get("/rates").ofClient().takes(Param.optional("month", ParamType.text(9)))),
            page(Route.get("/rates/{id}").ofClient().takes(Param.ID)),
            page(Route.get("/rates/new").ofClient()),
            route(Route.get("/files/{id}").takes(Param.ID).answers(RouteDraft.HTML, "application/pdf")),
            page(Route.get("/reports").takes(Param.required("year", ParamType.number(2000, 2100)))))));

    @Test
    void a_page_that_was_asked_for_is_its_own_place() {
        assertEquals("/any?x=1", PAGES.to(asked(Route.Verb.GET, "/any", "/any?x=1", Map.of())));
    }

    @Test
    void the_answer_to_a_form_leads_to_the_page_at_its_address_or_above_it() {
        assertEquals("/rates/new?client_account_id=7", form("/rates/new", Map.of()));
        assertEquals("/rates/5?client_account_id=7", form("/rates/5/remove", Map.of()));
        assertEquals("/rates?client_account_id=7", form("/rates/import", Map.of()));
        assertEquals("/", form("/nowhere/at/all", Map.of()));
    }

    @Test
    void what_the_page_takes_too_is_kept_and_nothing_else() {
        Map<String, List<String>> typed = Map.of("month", List.of("2026-01"), "reason", List.of("hemmelig"));

        assertEquals("/rates?client_account_id=7&month=2026-01", form("/rates/close", typed));
        assertEquals("/rates?client_account_id=7", form("/rates/close", Map.of("month", List.of("x".repeat(10)))));
    }

    @Test
    void a_page_that_needs_more_is_passed_over_and_a_file_is_no_page() {
        assertEquals("/", form("/reports/send", Map.of()));
        assertEquals("/reports?year=2026", form("/reports/send", Map.of("year", List.of("2026"))));
        assertEquals("/", form("/files/5/remove", Map.of()));
    }

    @Test
    void a_page_that_the_reader_may_not_see_is_passed_over() {
        Asked asked = new Asked(
                Route.Verb.POST,
                "/rates/5/remove",
                "",
                client(),
                Map.of(),
                page -> page.path().equals("/rates"));

        assertEquals("/rates?client_account_id=7", PAGES.to(asked));
    }

    @Test
    void an_address_that_is_too_long_to_send_is_shortened() {
        String here = "/rates?client_account_id=7&month=" + "x".repeat(2000);

        assertEquals("/rates?client_account_id=7", PAGES.to(asked(Route.Verb.GET, "/rates", here, Map.of())));
    }

    private static String form(String path, Map<String, List<String>> values) {
        return PAGES.to(asked(Route.Verb.POST, path, path, values));
    }

    private static Asked asked(Route.Verb verb, String path, String here, Map<String, List<String>> values) {
        return new Asked(verb, path, here, client(), values, page -> true);
    }

    private static Optional<ClientAccountId> client() {
        return Optional.of(new ClientAccountId(7));
    }

    private static Route page(RouteDraft draft) {
        return route(draft.answers(RouteDraft.HTML));
    }

    private static Route route(RouteDraft draft) {
        return draft.toReaders().says("A page.").by(request -> Reply.json(Map.of()));
    }
}
