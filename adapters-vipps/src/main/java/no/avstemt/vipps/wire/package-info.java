/**
 * Records in the shape of Vipps's JSON, each with {@code toDomain()}, and the paging rules that stand in them
 * (vipps-apis.md 3). Numbers and texts, absent and null are read alike; unknown members and types are kept in {@code raw},
 * from which personal data is cut. A row that cannot be read fails its page: nothing is skipped in silence.
 */
@NullMarked
package no.avstemt.vipps.wire;

import org.jspecify.annotations.NullMarked;
