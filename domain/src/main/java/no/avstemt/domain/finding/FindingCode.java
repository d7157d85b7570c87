package no.avstemt.domain.finding;

import java.util.Optional;

/**
 * Every finding has a number of its own that never changes. What happened and what to do about it are texts under
 * {@code finding.<number>}.
 */
public enum FindingCode {
    UNKNOWN_ENTRY_TYPE("V-01"),
    CORRECTION("V-02"),
    CREDIT_NOTE("V-03"),
    BALANCE_CHAIN_BROKEN("V-04"),
    FEES_IN_TRANSFER("V-05"),
    BOOKS_DIFFER_FROM_VIPPS("V-06"),
    OTHER_CURRENCY("V-07"),
    SALE_DIFFERS_FROM_CAPTURE("V-08"),
    VAT_WITHOUT_REGISTRATION("V-09"),
    UNKNOWN_VAT_RATE("V-10"),
    UNKNOWN_SALES_UNIT("V-11"),
    PAYOUT_ABORTED("V-12"),
    DISPUTE_STANDING("V-13"),
    LATE_FEE("V-14"),
    SALE_BOOKED_BEFORE("V-15"),
    SALE_WITHOUT_MONEY("V-16"),
    REPORT_DIFFERS("V-17"),
    SALE_CHANGED("V-18"),
    EXCHANGE_RATE_MISSING("V-20"),
    ACCESS_LOST("V-21"),
    SALES_UNIT_CLOSED("V-22"),
    REPORT_DELAYED("V-23"),
    PAYOUT_ACCOUNT_CHANGED("V-26"),
    SALES_UNIT_MOVED("V-27"),
    SALES_UNIT_NEW("V-28"),
    MOVED_FROM_CLOSED_MONTH("V-30");

    private final String number;

    FindingCode(String number) {
        this.number = number;
    }

    /** Whether a person should see it before any amount: nothing comes any more, or money may go to somebody else. */
    public boolean comesFirst() {
        return this == ACCESS_LOST || this == PAYOUT_ACCOUNT_CHANGED || this == SALES_UNIT_MOVED;
    }

    public String number() {
        return number;
    }

    public static Optional<FindingCode> of(String number) {
        for (FindingCode code : values()) {
            if (code.number.equals(number)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }
}
