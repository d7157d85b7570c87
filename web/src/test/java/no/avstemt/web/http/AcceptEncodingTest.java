package no.avstemt.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AcceptEncodingTest {

    @Test
    void gzip_is_taken_when_it_is_named_and_not_refused() {
        String table = """
                gzip                    | true
                GZIP;q=0.5              | true
                br, gzip ; q=1.0, *;q=0 | true
                x-gzip                  | true
                gzip;q=0                | false
                gzip; q=0.000, br       | false
                identity                | false
                gzipped                 | false
                                        | false
                """;

        table.lines().forEach(line -> {
            String[] cells = line.split("\\|");
            assertEquals(cells[1].strip(), Boolean.toString(AcceptEncoding.takesGzip(List.of(cells[0].strip()))), line);
        });
    }
}
