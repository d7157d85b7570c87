package no.avstemt.persistence.posting;

import static no.avstemt.persistence.GivenBooks.DAY;
import static no.avstemt.persistence.GivenBooks.UNIT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.dimension.MapSalesUnits;
import no.avstemt.application.dimension.MapSalesUnits.Wish;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.register.Label;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A unit is mapped to a department while its days are being booked. */
final class MappedUnitOverTimeTest {

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    @Test
    void from_then_on_sales_vat_and_fees_carry_the_department_and_what_stands_is_left_alone() {
        BookedMerchant merchant = new BookedMerchant(BOOKS, VatRegistration.ALWAYS, UNIT);
        merchant.vipps.funds("capture", DAY, 12_500, "1").fees("capture-fee", DAY, -300, "1");
        merchant.roundOn(DAY.plusDays(2));
        map(merchant);
        merchant.vipps.funds("capture", DAY.plusDays(1), 25_000, "2").fees("capture-fee", DAY.plusDays(1), -600, "2");
        merchant.roundOn(DAY.plusDays(4));

        assertEquals(List.of("1577 37500", "2700 -7500", "2992 -900", "3000 -30000", "7771 900"), merchant.balances());
        assertEquals(-20_000, ofDepartment(merchant, "3000"));
        assertEquals(-5_000, ofDepartment(merchant, "2700"));
        assertEquals(600, ofDepartment(merchant, "7771"));
        assertEquals(0, ofDepartment(merchant, "1577"));
        assertEquals(List.of(), merchant.findings());
    }

    private static void map(BookedMerchant merchant) {
        long north = BOOKS.write(
                        merchant.client(),
                        stores -> stores.registers()
                                .labels(DimensionType.DEPARTMENT)
                                .add(merchant.client(), new Label("10", "Nord", true)))
                .orElseThrow();
        new MapSalesUnits(BOOKS.unit(), Clock.fixed(GivenBooks.NOW, ZoneOffset.UTC))
                .run(
                        merchant.client(),
                        Actor.system("Kari"),
                        new Wish(merchant.ledger(), UNIT.handle(), Optional.of(north), Optional.empty()));
    }

    private static long ofDepartment(BookedMerchant merchant, String account) {
        return BOOKS.count("""
                SELECT coalesce(sum(l.amount), 0)::bigint
                  FROM journal_line l
                  JOIN account a USING (client_account_id, account_id)
                  JOIN dimension_set_member m USING (client_account_id, dimension_set_id)
                 WHERE l.client_account_id = ? AND a.code = ? AND m.type = 'department'
                """, merchant.client().value(), account);
    }
}
