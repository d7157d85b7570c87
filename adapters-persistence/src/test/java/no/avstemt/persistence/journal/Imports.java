package no.avstemt.persistence.journal;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.Reader;
import java.io.StringReader;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.journal.EntryFile;
import no.avstemt.application.journal.ImportEntries;
import no.avstemt.application.journal.ImportEntries.Imported;
import no.avstemt.application.journal.ImportEntries.Missing;
import no.avstemt.application.journal.ImportEntries.Outcome;
import no.avstemt.application.journal.ImportEntries.Refused;
import no.avstemt.application.journal.ImportProblem;
import no.avstemt.application.journal.Post;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.persistence.GivenBooks;

/** Texts as files that are imported into the books of a test, and what came of it in words. */
final class Imports {

    static final String HEAD = "entry_id,date,account,debit_minor,credit_minor,description,project,department\n";

    private static final Clock CLOCK = Clock.fixed(GivenBooks.NOW, ZoneOffset.UTC);

    final ImportEntries importEntries;

    Imports(GivenBooks books) {
        importEntries = new ImportEntries(books.unit(), new Post(CLOCK), CLOCK);
    }

    /** May change from one reading to the next. */
    interface Text {

        String read();
    }

    Outcome run(ClientAccountId client, String text) {
        return run(client, () -> text, Missing.REFUSE);
    }

    Outcome run(ClientAccountId client, Text text, Missing missing) {
        return importEntries.run(client, Actor.system("test"), file(text), missing);
    }

    static EntryFile file(Text text) {
        return new EntryFile() {
            @Override
            public String name() {
                return "file.csv";
            }

            @Override
            public Reader open() {
                return new StringReader(text.read());
            }
        };
    }

    static String told(Outcome outcome) {
        Imported imported = assertInstanceOf(Imported.class, outcome);
        return imported.entries() + " entries, " + imported.lines() + " lines, "
                + imported.numbers().stream()
                        .map(year -> year.fiscalYear() + "/" + year.first() + "–" + year.last())
                        .collect(Collectors.joining(" "));
    }

    static String problems(Outcome outcome) {
        return assertInstanceOf(Refused.class, outcome).problems().stream()
                .map(Imports::told)
                .collect(Collectors.joining("\n"));
    }

    static String told(ImportProblem problem) {
        return problem.line() + " " + problem.reason() + " "
                + problem.fault().map(fault -> fault.reason().name()).orElse(problem.value());
    }
}
