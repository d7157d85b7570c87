package no.avstemt.web.finding;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.domain.finding.Finding;
import no.avstemt.domain.settlement.EntryField;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.IsoDay;
import no.avstemt.web.text.Texts;

/**
 * @param title what it is, in a few words
 * @param happened with the facts of this one
 * @param todo what to do about it
 */
public record FindingText(String title, String happened, String todo) {

    public static FindingText of(Finding finding, Texts texts, Formats formats) {
        String key = "finding." + finding.code().number();
        return new FindingText(
                texts.get(key + ".title"), happened(key, finding, texts, formats), texts.get(key + ".todo"));
    }

    private static String happened(String key, Finding finding, Texts texts, Formats formats) {
        Map<String, String> facts = finding.facts();
        String topic = facts.getOrDefault("topic", "");
        return texts.get(
                key + ".happened",
                formats.date(finding.ledgerDate()),
                finding.ledger().value(),
                topic.isEmpty() ? "" : texts.get("topic." + topic),
                facts.getOrDefault("type", ""),
                facts.getOrDefault("psp", ""),
                facts.getOrDefault("payout", ""),
                facts.getOrDefault("reference", ""),
                day("posted", facts, formats),
                facts.containsKey("difference") ? difference(facts, texts, formats) : facts.getOrDefault("entry", ""),
                facts.getOrDefault("currency", ""),
                "",
                day("since", facts, formats),
                facts.getOrDefault("unit", ""),
                formats.bankAccount(facts.getOrDefault("account_before", "")),
                formats.bankAccount(facts.getOrDefault("account_now", "")),
                facts.getOrDefault("from", ""),
                facts.getOrDefault("to", ""));
    }

    private static String day(String fact, Map<String, String> facts, Formats formats) {
        return IsoDay.parse(facts.getOrDefault(fact, "")).map(formats::date).orElse("");
    }

    /** How Vipps's report of a date differs. */
    private static String difference(Map<String, String> facts, Texts texts, Formats formats) {
        String kind = facts.getOrDefault("difference", "");
        String row = Stream.of("type", "psp")
                .map(name -> facts.getOrDefault(name, ""))
                .filter(told -> !told.isEmpty())
                .collect(Collectors.joining(" "));
        if (!kind.equals("changed")) {
            return texts.get(
                    "difference." + kind, row, facts.getOrDefault("ours", ""), facts.getOrDefault("theirs", ""));
        }
        return Stream.of(facts.getOrDefault("fields", "").split(","))
                .map(field -> texts.get(
                        "difference.changed",
                        texts.get("difference." + field),
                        value(facts.getOrDefault("ours." + field, ""), field, formats),
                        value(facts.getOrDefault("theirs." + field, ""), field, formats),
                        row))
                .collect(Collectors.joining(" "));
    }

    private static String value(String told, String field, Formats formats) {
        boolean isAmount = Arrays.stream(EntryField.values())
                .anyMatch(each -> each.isAmount() && each.word().equals(field));
        return isAmount ? formats.amount(Long.parseLong(told)) : "«" + told + "»";
    }
}
