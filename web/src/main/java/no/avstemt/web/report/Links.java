package no.avstemt.web.report;

import no.avstemt.domain.report.Column;
import no.avstemt.domain.report.Row;

/** Where a figure of a report leads. */
@FunctionalInterface
interface Links {

    Links NONE = (row, column) -> "";

    /** @return an address, empty for none */
    String of(Row row, Column column);
}
