package no.avstemt.web.journal;

import java.util.Optional;
import no.avstemt.application.journal.ImportEntries.Refused;
import no.avstemt.application.journal.ImportProblem;
import no.avstemt.application.journal.ImportProblem.Reason;
import no.avstemt.domain.journal.EntryFault;
import no.avstemt.web.text.Message;

/** Why a file of entries was not taken, as sentences that say where and what to do. */
public final class ImportWords {

    private ImportWords() {}

    public static Message message(ImportProblem problem) {
        Message what = problem.fault().map(ImportWords::message).orElseGet(() -> what(problem));
        String line = Long.toString(problem.line());
        String field = problem.place().field();
        if (problem.line() == 0) {
            return what;
        }
        return field.isEmpty() || problem.reason().namesField()
                ? Message.of("import-problem.line", line).and(what)
                : Message.of("import-problem.field", line, field).and(what);
    }

    /** That there are more problems than are told one by one. */
    public static Optional<Message> more(Refused refused) {
        long more = refused.count() - refused.problems().size();
        return more > 0 ? Optional.of(Message.of("import.more", Long.toString(more))) : Optional.empty();
    }

    private static Message message(EntryFault fault) {
        return fault.reason() == EntryFault.Reason.PERIOD_HELD
                ? Message.of("import.held", fault.facts().toArray(String[]::new))
                : EntryFaultTexts.message(fault);
    }

    /** Of a dimension the value begins with its type. */
    private static Message what(ImportProblem problem) {
        String key = problem.reason().key();
        return switch (problem.reason()) {
            case UNKNOWN_DIMENSION, DIMENSION_INACTIVE, DIMENSION_IN_OTHER_LETTERS -> {
                String[] words = problem.value().split(" ", 2);
                yield Message.of(key, words[1]).and(EntryFaultTexts.dimension(words[0]));
            }
            default -> Message.of(key, value(problem));
        };
    }

    private static String value(ImportProblem problem) {
        return problem.reason() == Reason.UNBALANCED ? EntryFaultTexts.amount(problem.value()) : problem.value();
    }
}
