package no.avstemt.domain.dimension;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one line is about: its relation, which its account asks for, and its other dimensions, at most one value per type.
 */
public record DimensionSet(Optional<DimensionRef> relation, List<DimensionRef> others) {

    public static final DimensionSet NONE = new DimensionSet(Optional.empty(), List.of());

    public DimensionSet {
        others =
                others.stream().sorted(Comparator.comparing(DimensionRef::type)).toList();
        Set<DimensionType> types = new HashSet<>();
        relation.ifPresent(ref -> types.add(ref.type()));
        for (DimensionRef ref : others) {
            if (!types.add(ref.type())) {
                throw new IllegalArgumentException(
                        "A line has at most one " + ref.type().apiName());
            }
        }
    }

    /** Without a relation. */
    public static DimensionSet of(List<DimensionRef> others) {
        return new DimensionSet(Optional.empty(), others);
    }

    public static DimensionSet related(DimensionRef relation) {
        return new DimensionSet(Optional.of(relation), List.of());
    }

    /** Relation and others. */
    public Stream<DimensionRef> all() {
        return Stream.concat(relation.stream(), others.stream());
    }

    public Optional<DimensionRef> of(DimensionType type) {
        return all().filter(ref -> ref.type() == type).findFirst();
    }

    /** The same values, of which the one of this type is the relation, where there is one. */
    public DimensionSet relatedBy(Optional<DimensionType> type) {
        Optional<DimensionRef> wanted = type.flatMap(this::of);
        return new DimensionSet(
                wanted,
                all().filter(ref -> wanted.isEmpty() || !wanted.get().equals(ref))
                        .toList());
    }
}
