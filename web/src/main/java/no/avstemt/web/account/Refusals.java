package no.avstemt.web.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.avstemt.application.access.Language;
import no.avstemt.application.chart.ChartFault;
import no.avstemt.application.chart.ChartRefused;
import no.avstemt.application.chart.ChartRefused.Reason;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.web.api.Fault;
import no.avstemt.web.http.Problem;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Message;
import no.avstemt.web.text.Texts;

/** Why a chart was not changed, in words. */
final class Refusals {

    private Refusals() {}

    /** 409 for what the state of the books forbids, 400 with the field for the rest. */
    static Problem problem(ChartRefused refused) {
        Message what = message(
                refused.reason().textKey(),
                refused.facts(),
                Refusals::roleForProgram,
                ore -> BigDecimal.valueOf(ore, 2).toPlainString());
        Reason reason = refused.reason();
        return reason.isConflict()
                ? Problem.conflict(what.key(), what.arguments().toArray(String[]::new))
                : Problem.faulty(List.of(new Fault(reason.field(), what)));
    }

    static Problem problem(List<ChartFault> faults) {
        return Problem.faulty(faults.stream()
                .map(fault -> new Fault(place(fault), line(fault)))
                .toList());
    }

    private static String place(ChartFault fault) {
        return "line " + fault.line() + (fault.column().isEmpty() ? "" : " " + fault.column());
    }

    /** The line and the column, unless the sentence names the column itself. */
    private static Message placed(ChartFault fault, Message what) {
        String line = Long.toString(fault.line());
        return fault.column().isEmpty() || fault.facts().contains(fault.column())
                ? Message.of("chart.file.line", line).and(what)
                : Message.of("table.place", line, fault.column()).and(what);
    }

    private static Message line(ChartFault fault) {
        Message what = message(
                fault.textKey(),
                fault.facts(),
                Refusals::roleForProgram,
                ore -> BigDecimal.valueOf(ore, 2).toPlainString());
        return placed(fault, what);
    }

    /** For a person. */
    static String text(ChartRefused refused, Texts texts, Formats formats) {
        return texts.get(
                message(refused.reason().textKey(), refused.facts(), role -> role(role, texts), formats::amount));
    }

    static String text(ChartFault fault, Texts texts, Formats formats) {
        Message what = message(fault.textKey(), fault.facts(), role -> role(role, texts), formats::amount);
        return texts.get(placed(fault, what));
    }

    /** In words, and as the API names it. */
    private static String roleForProgram(String name) {
        return Texts.in(Language.ENGLISH).get("role." + name) + " (" + name + ")";
    }

    private static String role(String name, Texts texts) {
        return texts.get("role." + name);
    }

    /** What the use case names as a role or as øre is told as such. */
    private static Message message(
            String key, List<String> facts, Function<String, String> role, LongFunction<String> amount) {
        boolean isAmount = key.equals(Reason.HAS_BALANCE.textKey());
        List<String> told = new ArrayList<>();
        for (String fact : facts) {
            boolean isRole = Stream.of(fact.split(",")).allMatch(Refusals::isRole);
            if (isRole) {
                told.add(Stream.of(fact.split(",")).map(role).collect(Collectors.joining(", ")));
            } else {
                told.add(isAmount && told.size() == 1 ? amount.apply(Long.parseLong(fact)) : fact);
            }
        }
        return Message.of(key, told.toArray(String[]::new));
    }

    private static boolean isRole(String name) {
        return Stream.of(AccountRole.values()).anyMatch(role -> role.name().equals(name));
    }
}
