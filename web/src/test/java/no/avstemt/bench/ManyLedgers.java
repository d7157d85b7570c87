package no.avstemt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Ledgers of small shops with the same traffic each day, as a scenario of the simulator. */
final class ManyLedgers {

    private static final int CAPTURES_A_DAY = 30;
    private static final int FEE = 175;
    private static final String OWNER = "974760673";

    private final Path folder;
    private final List<LocalDate> days;

    ManyLedgers(Path folder, List<LocalDate> days) {
        this.folder = folder;
        this.days = List.copyOf(days);
    }

    void write(int count) throws IOException {
        Files.createDirectories(folder);
        List<String> ledgers = new ArrayList<>();
        for (int shop = 1; shop <= count; shop++) {
            String ledger = Integer.toString(700_000 + shop);
            ledgers.add("""
                    {"ledgerId": "%s", "currency": "NOK", "owner": {"scheme": "business:NO:ORG", "id": "%s"},
                     "payoutBankAccount": {"scheme": "BBAN:NO", "id": "90030048100"},
                     "settlesForRecipientHandles": ["NO:%d"],
                     "salesUnits": [{"name": "Butikk %d AS", "recipientHandle": "NO:%d",
                       "businessIdentifier": {"scheme": "business:NO:ORG", "id": "%s"}}]}""".formatted(ledger, OWNER, 500_000 + shop, shop, 500_000 + shop, OWNER));
            Rows rows = new Rows(ledger, shop);
            days.forEach(rows::day);
            file(ledger + "-funds.json", rows.funds, "\"cursor\": \"\", \"tryLater\": true");
            file(ledger + "-fees.json", rows.fees, "\"cursor\": \"\", \"tryLater\": true");
            file(ledger + "-sales.json", rows.sales, "\"cursor\": \"\", \"hasMore\": false");
        }
        file("ledgers.json", ledgers, "\"cursor\": \"\"");
    }

    private void file(String name, List<String> items, String rest) throws IOException {
        Files.writeString(folder.resolve(name), "{\"items\": [\n" + String.join(",\n", items) + "\n], " + rest + "}\n");
    }

    private static final class Rows {

        private final String ledger;
        private final int shop;
        private final List<String> funds = new ArrayList<>();
        private final List<String> fees = new ArrayList<>();
        private final List<String> sales = new ArrayList<>();
        private long transaction;

        Rows(String ledger, int shop) {
            this.ledger = ledger;
            this.shop = shop;
            this.transaction = 91_000_000_000L + shop * 1_000_000L;
        }

        /** Paid out each night, less fees, so that each day begins at nothing. */
        void day(LocalDate day) {
            long balance = 0;
            long owed = 0;
            for (int capture = 0; capture < CAPTURES_A_DAY; capture++) {
                String psp = Long.toString(++transaction);
                String time = "%sT%02d:%02d:%02dZ".formatted(day, 7 + capture / 4, capture % 4 * 15, shop % 60);
                long amount = 12_500 + 500L * (capture % 7);
                funds.add(row(psp, time, day, "capture", "ordre-" + psp, amount, balance, true));
                fees.add(row(psp, time, day, "capture-fee", "ordre-" + psp, -FEE, owed, true));
                sales.add(sale(psp, time, amount));
                balance += amount;
                owed -= FEE;
            }
            String retained = ledger + "-" + day.toString().replace("-", "");
            String night = day + "T22:15:%02dZ";
            funds.add(row(retained, night.formatted(1), day, "fees-retained", "", owed, balance, false));
            fees.add(row(retained, night.formatted(1), day, "fees-retained", "", -owed, owed, false));
            balance += owed;
            String payout = ledger + "-" + (2_000_000 + day.getDayOfYear());
            funds.add(row(payout, night.formatted(2), day, "payout-scheduled", "Utb.", -balance, balance, false));
        }

        private String row(
                String psp,
                String time,
                LocalDate day,
                String type,
                String reference,
                long amount,
                long before,
                boolean ofUnit) {
            return """
                    {"pspReference": "%s", "time": "%s", "ledgerDate": "%s", "entryType": "%s", "reference": "%s",
                     "currency": "NOK", "amount": %d, "recipientHandle": %s, "balanceBefore": %d, "balanceAfter": %d}""".formatted(
                            psp,
                            time,
                            day,
                            type,
                            reference,
                            amount,
                            ofUnit ? "\"NO:" + (500_000 + shop) + "\"" : "null",
                            before,
                            before + amount);
        }

        private static String sale(String psp, String time, long gross) {
            long vat = gross / 5;
            return """
                    {"entryType": "capture", "time": "%s", "pspReference": "%s", "reference": "ordre-%s", "currency": "NOK",
                     "paymentType": "WALLET", "classification": {"solution": "SHOPPING_BASKET", "salesCategory": null},
                     "amounts": {"gross": %d, "net": %d, "vat": %d},
                     "lines": [{"lineId": "1", "name": "Vare", "quantity": 1, "unitPriceGross": %d, "lineTotalGross": %d,
                       "lineTotalNet": %d, "vatRate": 2500, "vatAmount": %d, "category": "OTHER"}],
                     "completeness": {"hasLineItems": true, "hasVatBreakdown": true, "hasCustomerIdentity": false}}""".formatted(time, psp, psp, gross, gross - vat, vat, gross, gross, gross - vat, vat);
        }
    }
}
