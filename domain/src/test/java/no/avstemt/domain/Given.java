package no.avstemt.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.chart.AccountRole;
import no.avstemt.domain.chart.ChartOfAccounts;
import no.avstemt.domain.chart.SaftGrouping;
import no.avstemt.domain.chart.TaxCode;
import no.avstemt.domain.client.SalesUnit;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.money.Money;
import no.avstemt.domain.posting.LedgerBooks;
import no.avstemt.domain.posting.PostedTexts;
import no.avstemt.domain.sale.Sale;
import no.avstemt.domain.sale.SaleLine;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.domain.settlement.SettlementEntry;
import no.avstemt.domain.settlement.Topic;

/** Things to test with; only what matters to a case needs saying. */
public final class Given {

    public static final LedgerId LEDGER = new LedgerId("12345");
    public static final LocalDate DAY = LocalDate.of(2022, 10, 1);
    public static final SalesUnit UNIT =
            new SalesUnit("NO:57860", "Kafé", SalesUnit.BookedFrom.VIPPS, TaxCode.OUTPUT_HIGH, TaxCode.ZERO_RATED);

    private Given() {}

    public static SettlementEntry entry(
            Topic topic, String type, long amount, String psp, String reference, long before) {
        return new SettlementEntry(
                LEDGER,
                topic,
                type,
                DAY,
                Instant.parse("2022-10-01T14:33:00Z"),
                Money.ofOre(amount),
                before,
                before + amount,
                psp.isEmpty() ? Optional.empty() : Optional.of(psp),
                reference.isEmpty() ? Optional.empty() : Optional.of(reference),
                type.equals("capture") || type.equals("refund") || type.equals("capture-fee")
                        ? Optional.of("NO:57860")
                        : Optional.empty());
    }

    public static SettlementEntry capture(long amount) {
        return entry(Topic.FUNDS, "capture", amount, "1001", "purchase-1", 0);
    }

    public static SettlementEntry refund(long amount) {
        return entry(Topic.FUNDS, "refund", -amount, "1002", "purchase-1", amount);
    }

    public static Sale sale(Sale.Kind kind, String psp, String reference, boolean hasVat, SaleLine... lines) {
        long gross = Arrays.stream(lines).mapToLong(SaleLine::gross).sum();
        return new Sale(
                LEDGER,
                kind,
                Instant.parse("2022-10-01T14:33:00Z"),
                psp.isEmpty() ? Optional.empty() : Optional.of(psp),
                reference,
                Optional.of(Money.ofOre(gross)),
                Optional.empty(),
                Optional.empty(),
                Optional.of("WALLET"),
                Optional.of("SHOPPING_BASKET"),
                Optional.empty(),
                lines.length > 0,
                hasVat,
                List.of(lines));
    }

    /** Whose VAT is not told in øre. */
    public static SaleLine line(long gross, int rate) {
        return line(gross, rate, -1);
    }

    /** @param rate basis points, below zero for none; @param vat below zero for none */
    public static SaleLine line(long gross, int rate, long vat) {
        return new SaleLine(
                "1",
                "Vare",
                BigDecimal.ONE,
                gross,
                Optional.empty(),
                rate < 0 ? Optional.empty() : Optional.of(rate),
                vat < 0 ? Optional.empty() : Optional.of(vat),
                Optional.empty());
    }

    /** Every role on its account of the default chart. */
    public static ChartOfAccounts chart() {
        Map<AccountCode, Account> accounts = new HashMap<>();
        for (AccountRole role : AccountRole.values()) {
            AccountCode code = role.defaultAccount();
            accounts.put(
                    code,
                    new Account(
                            code.range(),
                            code,
                            role.name(),
                            role.name(),
                            Optional.empty(),
                            Optional.empty(),
                            new SaftGrouping("NA", "NA"),
                            true,
                            true));
        }
        return new ChartOfAccounts(accounts, Map.of());
    }

    public static LedgerBooks books(SalesUnit... units) {
        return books(VatRegistration.ALWAYS, units);
    }

    public static LedgerBooks books(VatRegistration vat, SalesUnit... units) {
        return new LedgerBooks(LEDGER, units.length == 0 ? List.of(UNIT) : List.of(units), vat, chart(), TEXTS);
    }

    public static final PostedTexts TEXTS = new PlainTexts();
}
