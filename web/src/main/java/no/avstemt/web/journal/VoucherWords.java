package no.avstemt.web.journal;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Addresses;
import no.avstemt.web.page.Fact;

/** What documents a journal entry, in words, and where it is to be seen. */
final class VoucherWords {

    /** Ledger, what of it, and the date. */
    private static final Pattern REPORT = Pattern.compile("(.+)/([a-z]+)/([0-9]{4}-[0-9]{2}-[0-9]{2})");

    private VoucherWords() {}

    static Fact fact(Voucher voucher, Request request) {
        String label = request.texts().get("journal.voucher");
        Matcher report = REPORT.matcher(voucher.key());
        if (!report.matches()) {
            return Fact.of(label, words(voucher, request));
        }
        String ledger = report.group(1);
        LocalDate day = LocalDate.parse(report.group(3));
        String words = request.texts()
                .get("voucher." + report.group(2), ledger, request.formats().date(day));
        return Fact.linked(label, words, address(report.group(2), ledger, day, request));
    }

    private static String words(Voucher voucher, Request request) {
        return switch (voucher.kind()) {
            case MANUAL -> request.texts().get("voucher.manual", voucher.key());
            case REVERSAL -> request.texts().get("voucher.reversal", voucher.key());
            default -> voucher.key();
        };
    }

    private static Address address(String what, String ledger, LocalDate day, Request request) {
        Address list = what.equals("sales")
                ? Addresses.sales(request.client()).with("ledger_id", ledger)
                : Addresses.settlementEntries(request.client())
                        .with("ledger_id", ledger)
                        .with("type", what);
        return list.with("date_from", day).with("date_to", day);
    }
}
