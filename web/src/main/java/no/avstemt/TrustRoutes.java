package no.avstemt;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.file.AttachFile;
import no.avstemt.application.file.ReadFiles;
import no.avstemt.application.verify.ShowVerifications;
import no.avstemt.application.verify.VerifyBooks;
import no.avstemt.application.verify.VerifyRuns;
import no.avstemt.application.voucher.ShowVoucher;
import no.avstemt.web.file.AttachmentApi;
import no.avstemt.web.frame.ClientFrames;
import no.avstemt.web.http.Route;
import no.avstemt.web.verify.VerificationApi;
import no.avstemt.web.verify.VerifyPages;
import no.avstemt.web.voucher.VoucherPages;

/** What lets an auditor trust the books: their proof, who did what, and what documents them. */
final class TrustRoutes implements AutoCloseable {

    /** Of one file. */
    private static final int MOST_BYTES = 20 << 20;

    private final UnitOfWork unit;
    private final VerifyRuns runs;
    private final Clock clock;

    TrustRoutes(UnitOfWork unit, VerifyRuns.Incidents incidents, Clock clock) {
        this.unit = unit;
        this.clock = clock;
        runs = new VerifyRuns(new VerifyBooks(unit, clock), incidents);
    }

    List<Route> routes(ClientFrames frames) {
        ShowVerifications show = new ShowVerifications(unit);
        return Stream.of(
                        new VerifyPages(runs, show, frames, clock).routes(),
                        new VerificationApi(runs, show, clock).routes(),
                        new VoucherPages(new ShowVoucher(unit), frames).routes(),
                        new AttachmentApi(new AttachFile(unit, clock), new ReadFiles(unit), MOST_BYTES).routes())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        runs.close();
    }
}
