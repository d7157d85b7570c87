package no.avstemt.web.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.avstemt.application.dimension.DimensionStore.Known;
import no.avstemt.application.journal.EntryFile;
import no.avstemt.application.journal.EntryInFile;
import no.avstemt.application.journal.EntrySource;
import no.avstemt.application.journal.FilePlace;
import no.avstemt.application.journal.ImportProblem;
import no.avstemt.application.journal.SpooledFile;
import no.avstemt.domain.currency.ExchangeRates;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.journal.EntryFault;
import no.avstemt.domain.journal.EntryRules;
import no.avstemt.domain.journal.LinesWithoutRate;
import no.avstemt.web.api.BadBody;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.BodyReader;
import no.avstemt.web.api.Fault;
import no.avstemt.web.text.Texts;

/** A file of one journal entry in JSON a line, each as the resource takes it. */
final class JsonEntries implements EntryFile {

    private final String name;
    private final SpooledFile file;
    private final Function<Collection<Long>, Map<Long, Known>> lookUp;
    private final Texts texts;

    /** What the first reading found is known in the second, which can look nothing up. */
    private final Map<Long, Known> values = new HashMap<>();

    /** @param lookUp dimension values by their ids */
    JsonEntries(String name, SpooledFile file, Function<Collection<Long>, Map<Long, Known>> lookUp, Texts texts) {
        this.name = name;
        this.file = file;
        this.lookUp = lookUp;
        this.texts = texts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> sha256() {
        return Optional.of(file.sha256());
    }

    @Override
    public Reader open() throws IOException {
        return file.open();
    }

    @Override
    public EntrySource entries(EntryRules rules, Function<Currency, ExchangeRates> rates) throws IOException {
        return new Source(new BufferedReader(open()), rules, rates);
    }

    private Map<Long, Known> values(Set<Long> ids) {
        Set<Long> unknown = new HashSet<>(ids);
        unknown.removeAll(values.keySet());
        if (!unknown.isEmpty()) {
            values.putAll(lookUp.apply(unknown));
        }
        return values;
    }

    private final class Source implements EntrySource {

        private final BufferedReader lines;
        private final EntryRules rules;
        private final Function<Currency, ExchangeRates> rates;
        private final Map<DimensionRef, FilePlace> first = new HashMap<>();
        private long line;

        Source(BufferedReader lines, EntryRules rules, Function<Currency, ExchangeRates> rates) {
            this.lines = lines;
            this.rules = rules;
            this.rates = rates;
        }

        @Override
        public Optional<EntryInFile> next() throws IOException {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                line++;
                if (!text.isBlank()) {
                    return Optional.of(entry(text));
                }
            }
            return Optional.empty();
        }

        private EntryInFile entry(String text) {
            try {
                Body body = BodyReader.read(text.getBytes(StandardCharsets.UTF_8), EntryBody.ENTRY);
                EntryDraft draft =
                        LinesWithoutRate.valued(EntryFromBody.entry(body, values(EntryBody.ids(body))), rates);
                EntryInFile entry = EntryInFile.of(line, draft, rules, this::place);
                entry.lines()
                        .forEach(one -> one.dimensions()
                                .all()
                                .forEach(ref ->
                                        first.computeIfAbsent(ref, dimension -> placeOfDimensions(one.lineNo()))));
                return entry;
            } catch (BadBody e) {
                List<ImportProblem> problems = new ArrayList<>();
                for (Fault fault : e.faults()) {
                    FilePlace place = new FilePlace(line, fault.field());
                    problems.add(new ImportProblem(place, ImportProblem.Reason.NOT_READ, texts.get(fault.what())));
                }
                return EntryInFile.unreadable(line, problems);
            }
        }

        private FilePlace placeOfDimensions(int lineNo) {
            return new FilePlace(line, EntryFaultTexts.place(lineNo, "dimensions"));
        }

        @Override
        public FilePlace place(EntryFault fault) {
            return new FilePlace(line, EntryFaultTexts.place(fault.line(), fault.field()));
        }

        @Override
        public Map<DimensionRef, FilePlace> dimensions() {
            return first;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
