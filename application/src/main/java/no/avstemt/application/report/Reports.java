package no.avstemt.application.report;

import java.util.List;

/** Every report there is. */
public final class Reports {

    public static final Report TRIAL_BALANCE = new TrialBalance();

    public static final Report GENERAL_LEDGER = new GeneralLedger();

    public static final Report PROCESSING_HISTORY = new ProcessingHistory();

    public static final List<Report> ALL = List.of(TRIAL_BALANCE, GENERAL_LEDGER, PROCESSING_HISTORY);

    private Reports() {}
}
