package no.avstemt.web.journal;

import java.math.BigDecimal;
import java.util.List;
import no.avstemt.application.journal.EntryOutcome;
import no.avstemt.domain.journal.EntryFault;
import no.avstemt.domain.journal.EntryFault.Reason;
import no.avstemt.web.api.Fault;
import no.avstemt.web.http.Problem;
import no.avstemt.web.text.Message;

/** What keeps an entry from being posted, as sentences that say what to do. */
public final class EntryFaultTexts {

    private EntryFaultTexts() {}

    /** Names the line, where it is of one. */
    public static Message message(EntryFault fault) {
        Message what = what(fault);
        return fault.line() == 0
                ? what
                : Message.of("entry-fault.line", Integer.toString(fault.line())).and(what);
    }

    private static Message what(EntryFault fault) {
        String key = fault.reason().key();
        List<String> facts = fault.facts();
        return switch (fault.reason()) {
            case RELATION_MISSING, DIMENSION_MISSING ->
                Message.of(key, facts.get(0)).and(dimension(facts.get(1)));
            case UNKNOWN_DIMENSION, DIMENSION_INACTIVE ->
                Message.of(key, facts.get(1)).and(dimension(facts.get(0)));
            default -> Message.of(key, arguments(fault));
        };
    }

    /** What a person calls the type within a sentence. */
    static Message dimension(String apiName) {
        return Message.of("word." + apiName);
    }

    /** By the place in the body of a request. */
    static Fault fault(EntryFault fault) {
        return new Fault(place(fault.line(), fault.field()), message(fault));
    }

    /** @param line of the entry, from 1; 0 for the entry as a whole */
    static String place(int line, String field) {
        return line == 0 ? field : "lines[" + (line - 1) + "]." + field;
    }

    /** All of them; of an entry whose month alone is in the way, what the state forbids. */
    static Problem problem(List<EntryFault> faults) {
        EntryFault first = faults.get(0);
        boolean isOfMonth = first.reason() == Reason.PERIOD_CLOSED || first.reason() == Reason.PERIOD_HELD;
        return faults.size() == 1 && isOfMonth
                ? Problem.conflict(first.reason().key(), arguments(first))
                : Problem.faulty(faults.stream().map(EntryFaultTexts::fault).toList());
    }

    private static String[] arguments(EntryFault fault) {
        List<String> facts = fault.facts();
        return switch (fault.reason()) {
            case UNBALANCED, TAX_BASE_TOO_LARGE, TAX_BASE_ZERO, TAX_OF_CODE_WITHOUT, RATE_DOES_NOT_FIT ->
                amounts(facts, 0);
            case UNBALANCED_IN_CURRENCY -> amounts(facts, 1);
            case TAX_IS_NOT_THE_LINE -> amounts(facts, 0, 2);
            case TAX_NOT_ON_ITS_ACCOUNT -> amounts(facts, 1, 2);
            case TAX_DOES_NOT_FIT -> amounts(facts, 0, 1, 3, 4);
            default -> facts.toArray(String[]::new);
        };
    }

    private static String[] amounts(List<String> facts, int... which) {
        String[] arguments = facts.toArray(String[]::new);
        for (int at : which) {
            arguments[at] = amount(arguments[at]);
        }
        return arguments;
    }

    static String amount(String minor) {
        return new BigDecimal(minor).movePointLeft(2).setScale(2).toPlainString();
    }

    /** What the state forbids, and what to do instead. */
    static Problem conflict(EntryOutcome.Refused refused) {
        String number = refused.other()
                .map(ref -> ref.fiscalYear() + "/" + ref.number())
                .orElse("");
        return Problem.conflict(refused.why().key(), number);
    }
}
