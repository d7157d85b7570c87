package no.avstemt.bench;

import java.util.function.Function;

/** What is asked for, and how soon it is to be answered. */
enum MeasuredReport {
    SHEET("Balance sheet", Goal.AT_ONCE, books -> books.report("balance-sheet", "&report_date=" + books.day())),
    INCOME("Income statement", Goal.AT_ONCE, books -> books.report("income-statement", books.range())),
    TRIAL("Trial balance", Goal.AT_ONCE, books -> books.report("trial-balance", books.range())),
    LEDGER_FIRST("General ledger, first page", Goal.AT_ONCE, books -> books.ledger("", page -> 1)),
    LEDGER_ANY("General ledger, any page", Goal.AT_ONCE, books -> books.ledger("", books::anyUpTo)),
    LEDGER_LAST("General ledger, last page", Goal.AT_ONCE, books -> books.ledger("", last -> last)),
    LEDGER_ACCOUNT(
            "General ledger of an account and half a year, any page",
            Goal.AT_ONCE,
            books -> books.ledger(AskedBooks.HALF_A_YEAR_OF_SALES, books::anyUpTo)),
    LEDGER_DAYS(
            "General ledger of an account and any days, first page",
            Goal.AT_ONCE,
            books -> books.report("general-ledger", "&account_codes=3000" + books.range())),
    TRIAL_GROUPED(
            "Trial balance by project",
            Goal.BY_DIMENSION,
            books -> books.report("trial-balance", books.range() + "&group_by_dimension=project")),
    TRIAL_FILTERED(
            "Trial balance of a project", Goal.BY_DIMENSION, books -> books.ofProject("trial-balance", books.range())),
    LEDGER_FILTERED(
            "General ledger of a project, first page",
            Goal.BY_DIMENSION,
            books -> books.ofProject("general-ledger", books.range())),
    SEARCH(
            "General ledger, a text that few lines have",
            Goal.FOUND,
            books -> books.report("general-ledger", "&free_text=P99" + books.fiveDigits())),
    SEARCH_MANY(
            "General ledger, a text that 728 lines have",
            Goal.FOUND,
            books -> books.report("general-ledger", "&free_text=arrived")),
    SEARCH_SUMS(
            "Trial balance of a text that 728 lines have",
            Goal.FOUND,
            books -> books.report("trial-balance", books.range() + "&free_text=arrived")),
    PAYABLE("Accounts payable, first page", Goal.NONE, books -> books.report("accounts-payable", books.range())),
    AGED("Aged payables", Goal.NONE, books -> books.report("aged-payables", "&report_date=" + books.day())),
    JOURNAL("Journal, any page", Goal.NONE, AskedBooks::journal),
    VAT("VAT specification", Goal.NONE, books -> books.report("vat-specification", books.range()));

    private final String says;
    private final Goal goal;
    private final Function<AskedBooks, String> address;

    MeasuredReport(String says, Goal goal, Function<AskedBooks, String> address) {
        this.says = says;
        this.goal = goal;
        this.address = address;
    }

    String says() {
        return says;
    }

    Goal goal() {
        return goal;
    }

    /** Of one client account or another, over some days or others. */
    String address(AskedBooks books) {
        return address.apply(books);
    }
}
