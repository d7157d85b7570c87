package no.avstemt.application.voucher;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.voucher.VoucherReads.Row;
import no.avstemt.application.voucher.VoucherReads.VoucherView;
import no.avstemt.domain.client.ClientAccountId;

/** One voucher with a page of what was booked on it. */
public final class ShowVoucher {

    private final UnitOfWork unit;

    public ShowVoucher(UnitOfWork unit) {
        this.unit = unit;
    }

    public record Shown(VoucherView voucher, List<Row> rows) {

        public Shown {
            rows = List.copyOf(rows);
        }
    }

    public Optional<Shown> run(ClientAccountId client, long voucherId, long offset, int most) {
        return unit.read(
                Set.of(client),
                stores -> stores.vouchers()
                        .find(client, voucherId)
                        .map(voucher -> new Shown(voucher, stores.vouchers().rows(client, voucherId, offset, most))));
    }

    /** The voucher of an entry. */
    public Optional<Long> ofEntry(ClientAccountId client, long entryId) {
        return unit.read(Set.of(client), stores -> stores.vouchers().ofEntry(client, entryId));
    }
}
