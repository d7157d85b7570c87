package no.avstemt.application.register;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.avstemt.application.Stores;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.domain.client.ClientAccountId;

/**
 * What is particular to one of the registers.
 *
 * @param number by which a person knows a thing of it
 * @param described what the processing history tells of a thing, name to value
 * @param check what speaks against writing a thing down
 * @param whenFixed why a thing that posted lines refer to is not changed
 */
public record RegisterKind<T>(
        Function<Stores, Register<T>> register,
        Function<T, String> number,
        Function<T, Map<String, String>> described,
        Check<T> check,
        Objection.Reason whenFixed,
        Actions actions) {

    /** Asked inside the unit of work that writes. */
    @FunctionalInterface
    public interface Check<T> {

        Optional<Objection> of(Stores stores, ClientAccountId client, T thing);

        static <T> Check<T> none() {
            return (stores, client, thing) -> Optional.empty();
        }
    }

    public record Actions(AuditAction added, AuditAction changed, AuditAction removed) {}
}
