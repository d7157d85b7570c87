package no.avstemt.web.posting;

import java.util.List;
import java.util.stream.Stream;
import no.avstemt.domain.posting.PostingRule;
import no.avstemt.domain.posting.PostingRules;
import no.avstemt.domain.settlement.EntryType;
import no.avstemt.web.text.Texts;

/** The standard rules in plain words. */
final class PostingWords {

    private PostingWords() {}

    static List<EntryType> types() {
        return List.of(EntryType.values());
    }

    static String rule(EntryType type, Texts texts) {
        PostingRule rule = PostingRules.ruleFor(type);
        String what = rule.counterpart()
                .map(role -> texts.get("terms.against", texts.get("role." + role.name())))
                .orElseGet(() -> texts.get("terms.asSold"));
        return Stream.of(what, rule.finding().isPresent() ? texts.get("terms.withFinding") : "")
                .filter(words -> !words.isEmpty())
                .reduce((one, two) -> one + " " + two)
                .orElse("");
    }
}
