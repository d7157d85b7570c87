package no.avstemt.bench;

import static no.avstemt.bench.Told.tell;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import no.avstemt.MeasuredProgram;
import no.avstemt.application.settlement.SettlementSource;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.vipps.client.ReportApiClient;
import no.avstemt.vipps.client.SystemHeaders;
import no.avstemt.vipps.client.VippsConnection;

/** A year of one busy ledger, fetched over HTTP from another process, stored, booked and proven. */
public final class MillionRun {

    static final String LEDGER = "418207";

    private MillionRun() {}

    /** @param arguments an empty data folder, the days of the history, and address, id and secret of the simulated Vipps */
    public static void main(String[] arguments) {
        Path data = Path.of(arguments[0]);
        int days = Integer.parseInt(arguments[1]);
        SettlementSource vipps = new ReportApiClient(
                new VippsConnection(
                        URI.create(arguments[2]), arguments[3], arguments[4], SystemHeaders.avstemt("benchmark")),
                Clock.systemUTC());
        Counted count = new Counted();
        try (MeasuredProgram program = MeasuredProgram.open(data)) {
            program.takeIntoUse(vipps, BusyVipps.UNTIL.minusDays(days - 1L));
            ClientAccountId client = program.ownerOf(new LedgerId(LEDGER));
            long began = System.nanoTime();
            program.sync(vipps, List.of(client), count);
            tell("million.millis", (System.nanoTime() - began) / 1_000_000);
        }
        tell("million.entries", count.entries());
        tell("million.sales", count.sales());
        tell("million.journal", count.journal());
        tell("million.heap", Runtime.getRuntime().maxMemory() >> 20);
    }
}
