package no.avstemt.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a thing looks like in an answer: its members in their order, each with where it comes from. It is both what writes
 * the answer and what describes it.
 */
public final class Resource<T> implements Shown<T> {

    private final String name;
    private final List<Member<T>> members;

    /** @param value null for {@code null} */
    private record Member<T>(Schema.Property property, Function<T, Optional<Object>> value) {}

    private Resource(String name, List<Member<T>> members) {
        this.name = name;
        this.members = List.copyOf(members);
    }

    /** @param name as the API's description calls it, unique there */
    public static <T> Resource<T> named(String name) {
        return new Resource<>(name, List.of());
    }

    /** A member that always has a value. */
    public <V> Resource<T> with(String member, Shown<V> shown, Function<T, V> value) {
        return plus(member, shown.schema(), false, item -> Optional.of(shown.json(value.apply(item))));
    }

    /** A member that is {@code null} when there is nothing. */
    public <V> Resource<T> maybe(String member, Shown<V> shown, Function<T, Optional<V>> value) {
        return plus(member, shown.schema(), true, item -> value.apply(item).map(shown::json));
    }

    public <V> Resource<T> each(String member, Shown<V> shown, Function<T, List<V>> values) {
        return plus(
                member,
                Schema.list(shown.schema(), Map.of()),
                false,
                item -> Optional.of(values.apply(item).stream().map(shown::json).toList()));
    }

    /** Says of the member added last what its name does not. */
    public Resource<T> described(String text) {
        List<Member<T>> more = new ArrayList<>(members);
        Member<T> last = more.remove(more.size() - 1);
        Schema.Property was = last.property();
        more.add(new Member<>(
                new Schema.Property(was.name(), was.schema(), true, was.nullable(), text, Optional.empty()),
                last.value()));
        return new Resource<>(name, more);
    }

    private Resource<T> plus(String member, Schema schema, boolean nullable, Function<T, Optional<Object>> value) {
        List<Member<T>> more = new ArrayList<>(members);
        more.add(new Member<>(new Schema.Property(member, schema, true, nullable, "", Optional.empty()), value));
        return new Resource<>(name, more);
    }

    @Override
    public Schema schema() {
        return Schema.object(name, members.stream().map(Member::property).toList());
    }

    @Override
    public Map<String, Object> json(T item) {
        Map<String, Object> json = new LinkedHashMap<>();
        members.forEach(member ->
                json.put(member.property().name(), member.value().apply(item).orElse(null)));
        return json;
    }
}
