package no.avstemt.web.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import no.avstemt.application.journal.EntryRef;
import no.avstemt.application.register.KeepRegister;
import no.avstemt.application.register.Register.Stored;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;
import no.avstemt.web.http.Request;

/** How one register is met: what its things are called, what is asked about them and how they are shown. */
interface RegisterView<T> {

    /** Of its pages under {@code /registers/}, of its resource under {@code /api/v2/}, and of its texts. */
    String path();

    KeepRegister<T> keep();

    Shape shape();

    /** From a body that was read without a fault. */
    T read(Body body);

    Resource<Stored<T>> resource();

    List<FormInput> inputs();

    /** What the form holds of a thing, by the names of the inputs. */
    Map<String, String> filled(T thing);

    /** What the form of a new thing holds. */
    Map<String, String> usual();

    List<ListColumn<T>> columns();

    /** By which a person knows it. */
    String title(T thing);

    /** Keys of texts about what is strange, though it was taken. */
    List<String> doubts(T thing);

    /** The type of dimension by which its lines are found in the general ledger. */
    Optional<DimensionType> type();

    /** The posted entries that are about it, where the register knows them. */
    default List<EntryRef> entries(ClientAccountId client, long id) {
        return List.of();
    }

    /** @return the id that something typed stands for; empty when it stands for none */
    default Optional<Long> referred(ClientAccountId client, String typed) {
        return Optional.empty();
    }

    /** @param key of the heading */
    record ListColumn<T>(String key, BiFunction<T, Request, String> value) {

        static <T> ListColumn<T> of(String key, Function<T, String> value) {
            return new ListColumn<>(key, (thing, request) -> value.apply(thing));
        }
    }
}
