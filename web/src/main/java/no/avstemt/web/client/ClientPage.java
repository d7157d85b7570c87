package no.avstemt.web.client;

import java.util.List;
import no.avstemt.web.chart.Chart;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Link;

/**
 * @param about organisation number and VAT registration
 * @param fetch whether the reader may start a round
 * @param findings the first of the open ones
 * @param moreFindings how many open findings there are in all, as a link; empty when all are shown
 */
public record ClientPage(
        Frame frame,
        String id,
        String name,
        String about,
        boolean fetch,
        Standing standing,
        List<Known> known,
        List<OpenFinding> findings,
        String moreFindings,
        String findingsHref,
        Chart balance,
        Chart sales,
        List<PayoutRow> payouts,
        String payoutsHref,
        List<ProofRow> proofs,
        List<StreamRow> streams,
        List<Link> favourites) {

    public ClientPage {
        known = List.copyOf(known);
        findings = List.copyOf(findings);
        payouts = List.copyOf(payouts);
        proofs = List.copyOf(proofs);
        streams = List.copyOf(streams);
        favourites = List.copyOf(favourites);
    }

    /**
     * The one figure of the page.
     *
     * @param difference empty while nothing is booked
     * @param text up to when it is proven, or what is going on
     * @param value,most of the bar while it fetches; empty when it does not
     */
    public record Standing(String difference, boolean isReconciled, String text, String value, String most) {

        public boolean isFetching() {
            return !most.isEmpty();
        }
    }

    /** @param under what the figure is about, in a few words */
    public record Known(String label, String figure, String under, String href) {}

    public record OpenFinding(String date, String title, String happened, String amount, String href) {}

    public record PayoutRow(String date, String number, String note, String amount, String href) {}

    /**
     * @param ledger told where a client has several; else empty
     * @param difference empty when it has not been proven
     * @param note instead of figures
     */
    public record ProofRow(
            String ledger, String link, String ours, String theirs, String difference, boolean holds, String note) {}

    public record StreamRow(
            String ledger, String stream, String readTo, String fetched, String state, boolean failed) {}
}
