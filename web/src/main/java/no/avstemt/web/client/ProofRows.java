package no.avstemt.web.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.avstemt.application.client.ClientPicture;
import no.avstemt.application.client.LedgerProgress;
import no.avstemt.application.client.Proof;
import no.avstemt.application.client.Proof.Figures;
import no.avstemt.application.client.Proof.Link;
import no.avstemt.application.settlement.DateCheckStore;
import no.avstemt.application.settlement.FeedState;
import no.avstemt.application.settlement.Stream;
import no.avstemt.domain.money.Money;
import no.avstemt.web.client.ClientPage.ProofRow;
import no.avstemt.web.client.ClientPage.StreamRow;
import no.avstemt.web.text.Formats;
import no.avstemt.web.text.Texts;

/** The links with their differences, and how far each ledger and stream has come. */
final class ProofRows {

    private static final String DASH = "–";

    private final ClientPicture picture;
    private final Texts texts;
    private final Formats formats;
    private final boolean several;

    ProofRows(ClientPicture picture, Texts texts, Formats formats) {
        this.picture = picture;
        this.texts = texts;
        this.formats = formats;
        this.several = picture.ledgers().size() > 1;
    }

    List<ProofRow> proofs() {
        return picture.proofs().stream().map(this::proof).toList();
    }

    private ProofRow proof(Proof proof) {
        String note = proof.difference().isPresent()
                ? ""
                : texts.get(proof.link() == Link.BANK ? "proof.bankLater" : "proof.notYet");
        return new ProofRow(
                several ? texts.get("proof.ledger", proof.ledger().value()) : "",
                texts.get(
                        "proof." + proof.link().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                proof.figures()
                        .map(Figures::ours)
                        .map(amount -> amount(proof, amount))
                        .orElse(""),
                proof.figures()
                        .map(Figures::theirs)
                        .map(amount -> amount(proof, amount))
                        .orElse(""),
                proof.difference().map(amount -> amount(proof, amount)).orElse(""),
                proof.difference().filter(ore -> ore == 0).isPresent(),
                note);
    }

    /** With the currency where that is not kroner. */
    private String amount(Proof proof, long minor) {
        String figure = formats.amount(minor);
        return picture.ledgers().stream()
                .filter(ledger -> ledger.ledger().equals(proof.ledger()))
                .map(LedgerProgress::currency)
                .filter(currency -> !currency.equals(Money.NOK.getCurrencyCode()))
                .findFirst()
                .map(currency -> figure + " " + currency)
                .orElse(figure);
    }

    List<StreamRow> streams() {
        List<StreamRow> rows = new ArrayList<>();
        for (LedgerProgress ledger : picture.ledgers()) {
            for (Stream stream : Stream.values()) {
                rows.add(stream(ledger, stream));
            }
            rows.add(booked(ledger));
        }
        return rows;
    }

    private StreamRow stream(LedgerProgress ledger, Stream stream) {
        boolean reading = picture.isBeingRead(ledger, stream);
        boolean toTheEnd = ledger.feed(stream).flatMap(FeedState::caughtUpAt).isPresent();
        String state = texts.get(reading ? "stream.reading" : toTheEnd ? "stream.whole" : "stream.unread");
        return new StreamRow(
                ledger.ledger().value(),
                texts.get("stream." + stream.storedName()),
                ledger.feed(stream)
                        .flatMap(FeedState::lastDate)
                        .map(formats::date)
                        .orElse(DASH),
                ledger.feed(stream)
                        .map(FeedState::readAt)
                        .map(formats::dateAndTime)
                        .orElse(DASH),
                picture.compared(ledger, stream)
                        .map(progress -> state + compared(progress))
                        .orElse(state),
                false);
    }

    private String compared(DateCheckStore.Progress progress) {
        String verified = progress.verifiedTo()
                .map(to -> ", " + texts.get("stream.compared", formats.date(to)))
                .orElse("");
        long open = progress.openDates();
        String waiting = open == 0
                ? ""
                : ", "
                        + (open == 1
                                ? texts.get("stream.openDate")
                                : texts.get("stream.openDates", formats.count(open)));
        return verified + waiting;
    }

    private StreamRow booked(LedgerProgress ledger) {
        String proven = ledger.state()
                .checkedTo()
                .map(to -> texts.get("stream.proven", formats.date(to)))
                .orElse(texts.get("proof.notYet"));
        return new StreamRow(
                ledger.ledger().value(),
                texts.get("stream.booked"),
                ledger.state().bookedTo().map(formats::date).orElse(DASH),
                ledger.state()
                        .failedAt()
                        .map((Instant at) -> formats.dateAndTime(at))
                        .orElse(""),
                ledger.state()
                        .failure()
                        .map(why -> texts.get(why) + nextTry(ledger))
                        .orElse(proven),
                ledger.state().failure().isPresent());
    }

    private String nextTry(LedgerProgress ledger) {
        return ledger.state()
                .nextTryAt()
                .map(at -> " " + texts.get("stream.nextTry", formats.dateAndTime(at)))
                .orElse("");
    }
}
