package no.avstemt.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AcceptTest {

    private static final List<String> OFFERED = List.of("application/json", "text/html", "application/pdf");

    @Test
    void the_greatest_weight_wins_and_the_more_precise_range_decides_it() {
        String table = """
                                                                       | application/json
                */*                                                    | application/json
                text/html                                              | text/html
                TEXT/HTML ; charset=utf-8                              | text/html
                text/*                                                 | text/html
                application/json;q=0.5, application/pdf;q=0.9          | application/pdf
                text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html
                application/json;q=0, */*                              | text/html
                application/*;q=0.2, application/pdf;q=0.3             | application/pdf
                text/html;level="1;2";q=1.000                          | text/html
                text/html;level=1;q=0.3, text/html;q=0.7, application/pdf;q=0.5 | text/html
                text/html;charset=UTF-8;q=0.3, text/html;q=0.7, application/pdf;q=0.5 | application/pdf
                text/html;level=1, application/pdf;q=0.5               | text/html
                image/png                                              | none
                */*;q=0                                                | none
                """;

        table.lines().forEach(line -> {
            String[] cells = line.split("\\|");
            assertEquals(
                    cells[1].strip(),
                    Accept.parse(cells[0].strip()).best(OFFERED).orElse("none"),
                    line);
        });
    }

    @Test
    void what_is_no_media_range_is_refused() {
        for (String header :
                List.of("json", "*/json", "a/b;q=2", "a/b;q=1.0001", "a/b;q=x", "a b/c", "a/b;x y", "a/b;q=\"1", "/")) {
            Problem problem = assertThrows(Problem.class, () -> Accept.parse(header), header);

            assertEquals(400, problem.status());
        }
    }
}
