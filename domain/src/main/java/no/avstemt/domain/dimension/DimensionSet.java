package no.avstemt.domain.dimension;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    public static DimensionSet related(DimensionRef relation) {
        return new DimensionSet(Optional.of(relation), List.of());
    }
}
