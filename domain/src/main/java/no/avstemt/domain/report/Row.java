package no.avstemt.domain.report;

import java.util.List;
import java.util.Optional;

/**
 * One row: a cell for each column, in their order.
 *
 * @param target what its figures are made of, if one can go there
 */
public record Row(List<Cell> cells, Optional<Target> target) {

    public Row {
        cells = List.copyOf(cells);
    }

    public static Row of(Cell... cells) {
        return new Row(List.of(cells), Optional.empty());
    }

    public Row to(Target place) {
        return new Row(cells, Optional.of(place));
    }
}
