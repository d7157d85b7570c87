package no.avstemt;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.verify.ShowVerifications;
import no.avstemt.application.verify.VerifyBooks;
import no.avstemt.application.verify.VerifyRuns;
import no.avstemt.application.voucher.ShowVoucher;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Route;
import no.avstemt.web.verify.VerificationApi;
import no.avstemt.web.verify.VerifyPages;
import no.avstemt.web.voucher.VoucherPages;

/** What lets an auditor trust the books: their proof, who did what, and what documents them. */
final class TrustRoutes implements AutoCloseable {

    private final UnitOfWork unit;
    private final VerifyRuns runs;
    private final int attachmentBytes;
    private final Clock clock;

    TrustRoutes(UnitOfWork unit, VerifyRuns.Incidents incidents, int attachmentBytes, Clock clock) {
        this.unit = unit;
        this.attachmentBytes = attachmentBytes;
        this.clock = clock;
        runs = new VerifyRuns(new VerifyBooks(unit, clock), incidents);
    }

    List<Route> routes(ClientFrames frames) {
        ShowVerifications show = new ShowVerifications(unit);
        return Stream.of(
                        new VerifyPages(runs, show, frames, clock).routes(),
                        new VerificationApi(runs, show, clock).routes(),
                        new VoucherPages(new ShowVoucher(unit), frames).routes(),
                        new FileRoutes(unit, attachmentBytes, clock).routes(frames))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        runs.close();
    }
}
