package no.avstemt.web.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import no.avstemt.application.journal.ImportEntries.Imported;
import no.avstemt.application.journal.ImportEntries.Sum;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Fact;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** What the posting of a file would come to. */
final class ImportPreview {

    private static final int NAMED = 50;

    private ImportPreview() {}

    static List<Fact> facts(Imported imported, Request request) {
        Texts texts = request.texts();
        Formats formats = request.formats();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(texts.get("entry-import.entries"), formats.count(imported.entries())));
        facts.add(Fact.of(texts.get("entry-import.lines"), formats.count(imported.lines())));
        long debit = imported.sums().values().stream().mapToLong(Sum::debit).reduce(0, Math::addExact);
        long credit = imported.sums().values().stream().mapToLong(Sum::credit).reduce(0, Math::addExact);
        facts.add(Fact.of(texts.get("entry-import.debit"), formats.amount(debit)));
        facts.add(Fact.of(texts.get("entry-import.credit"), formats.amount(credit)));
        String first = formats.date(imported.days().first());
        String last = formats.date(imported.days().last());
        facts.add(Fact.of(texts.get("entry-import.days"), first.equals(last) ? first : first + "–" + last));
        imported.numbers()
                .forEach(year -> facts.add(Fact.of(
                        texts.get("entry-import.numbers", Integer.toString(year.fiscalYear())),
                        year.first() == year.last() ? Long.toString(year.first()) : year.first() + "–" + year.last())));
        List<String> accounts =
                imported.created().accounts().stream().map(AccountCode::digits).toList();
        List<String> dimensions = imported.created().dimensions().stream()
                .map(ref -> dimension(ref, texts))
                .toList();
        facts.add(Fact.of(texts.get("entry-import.newAccounts"), listed(accounts, request)));
        facts.add(Fact.of(texts.get("entry-import.newDimensions"), listed(dimensions, request)));
        return facts;
    }

    private static String dimension(DimensionRef ref, Texts texts) {
        return texts.get("dimension." + ref.type().apiName()) + " " + ref.key();
    }

    private static String listed(List<String> names, Request request) {
        if (names.isEmpty()) {
            return request.texts().get("entry-import.nothingNew");
        }
        String some = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() <= NAMED
                ? some
                : request.texts()
                        .get("entry-import.andMore", some, request.formats().count(names.size() - NAMED));
    }
}
