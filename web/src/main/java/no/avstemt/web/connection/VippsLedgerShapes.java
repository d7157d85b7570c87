package no.avstemt.web.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.client.TakeLedgerIntoUse.Terms;
import no.avstemt.application.connection.ConnectionStore.Owner;
import no.avstemt.application.connection.KnownLedger;
import no.avstemt.application.settlement.DateCheckStore;
import no.avstemt.application.settlement.FeedState;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.Stream;
import no.avstemt.application.settlement.TopicState;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.settlement.Ledger;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.text.Texts;

/** Ledgers and onboarding as JSON. */
final class VippsLedgerShapes {

    private static final DateCheckStore.Progress NOT_COMPARED = new DateCheckStore.Progress(Optional.empty(), 0);

    static final Resource<Onboarded> ONBOARDED = Resource.<Onboarded>named("LedgerInUse")
            .with("ledger_id", Kind.text(100), taken -> taken.terms().ledger().value())
            .with("client_account_id", Kind.id(), taken -> taken.client().value());

    private static final Resource<Ledger.Unit> UNIT = Resource.<Ledger.Unit>named("VippsSalesUnit")
            .with("handle", Kind.text(100), Ledger.Unit::handle)
            .with("name", Kind.text(200), Ledger.Unit::name);

    private static final Resource<Failed> FAILURE = Resource.<Failed>named("VippsFailure")
            .with("code", Kind.text(40), failed -> failed.why().code().name())
            .with("text", Kind.lines(2_000), failed -> failed.texts().get(failed.why()))
            .described("What happened and what to do, in the language of the request.");

    private static final Resource<ReadStream> STREAM = Resource.<ReadStream>named("VippsStream")
            .with("topic", Kind.text(10), read -> read.stream().storedName())
            .described("funds, fees or sales.")
            .with("items", Kind.number(0, Long.MAX_VALUE), read -> read.feed().items())
            .maybe("last_date", Kind.date(), read -> read.feed().lastDate())
            .described("The latest date seen.")
            .maybe("caught_up_at", Kind.moment(), read -> read.feed().caughtUpAt())
            .described("When Vipps last said that there is no more.")
            .with("read_at", Kind.moment(), read -> read.feed().readAt())
            .maybe("verified_to", Kind.date(), read -> read.compared().verifiedTo())
            .described("The latest date whose report agrees with what was read, row by row.")
            .with(
                    "open_dates",
                    Kind.number(0, Long.MAX_VALUE),
                    read -> read.compared().openDates())
            .described("How many of the dates asked for Vipps has not closed; they are asked for again.")
            .maybe("complete_to", Kind.date(), read -> read.state().completeTo())
            .described("Up to and including this date all has come.")
            .maybe("waiting_since", Kind.moment(), read -> read.state().waitingSince())
            .described("When the first date ended whose entries should have come and have not.")
            .maybe("failure", FAILURE, read -> read.state().failure().map(why -> new Failed(why, read.texts())))
            .maybe("next_try_at", Kind.moment(), read -> read.state().nextTryAt())
            .described("When it is asked again after a failure, unless somebody asks for it at once.");

    static final Resource<Shown> LEDGER = Resource.<Shown>named("VippsLedger")
            .with("ledger_id", Kind.text(100), shown -> shown.ledger().id().value())
            .with(
                    "connection_id",
                    Kind.id(),
                    shown -> shown.known().connection().value())
            .with("currency", Kind.text(3), shown -> shown.ledger().currency())
            .maybe("owner_number", Kind.text(20), shown -> shown.ledger().ownerNumber())
            .maybe("payout_bank_account", Kind.text(34), shown -> shown.ledger().payoutAccount())
            .each("sales_units", UNIT, shown -> shown.ledger().units())
            .maybe(
                    "client_account_id",
                    Kind.id(),
                    shown -> shown.owner().map(owner -> owner.client().value()))
            .described("Null while it waits to be taken into use.")
            .maybe("client_name", Kind.text(200), shown -> shown.owner().map(Owner::name))
            .maybe("booked_to", Kind.date(), shown -> shown.known().state().flatMap(LedgerState::bookedTo))
            .maybe("proven_to", Kind.date(), shown -> shown.known().state().flatMap(LedgerState::checkedTo))
            .maybe("difference", Kind.amount(), shown -> shown.known().state().map(LedgerState::difference))
            .described("Our books less Vipps's balances on that date, in the ledger's currency.")
            .maybe("failed_at", Kind.moment(), Shown::failedAt)
            .maybe("failure", Kind.lines(2_000), Shown::failure)
            .described("Why the last round stopped and what to do, in the language of the request.")
            .maybe("next_try_at", Kind.moment(), shown -> shown.known().state().flatMap(LedgerState::nextTryAt))
            .with("first_seen", Kind.moment(), shown -> shown.known().listed().firstSeen())
            .described("When Vipps listed it for the first time.")
            .maybe(
                    "missing_since",
                    Kind.moment(),
                    shown -> shown.known().listed().missingSince())
            .described("Since when Vipps lists it no more; null while it does.")
            .each("topics", STREAM, Shown::streams);

    private VippsLedgerShapes() {}

    record Onboarded(ClientAccountId client, Terms terms) {}

    record Shown(KnownLedger known, Texts texts) {

        Ledger ledger() {
            return known.listed().ledger();
        }

        Optional<Owner> owner() {
            return known.listed().owner();
        }

        Optional<Instant> failedAt() {
            return known.state().flatMap(LedgerState::failedAt);
        }

        Optional<String> failure() {
            return known.state().flatMap(LedgerState::failure).map(texts::get);
        }

        List<ReadStream> streams() {
            return known.topics().stream()
                    .flatMap(topic -> Optional.ofNullable(known.streams().get(topic.stream()))
                            .map(feed -> new ReadStream(topic, feed, compared(topic.stream()), texts))
                            .stream())
                    .toList();
        }

        private DateCheckStore.Progress compared(Stream stream) {
            return known.compared().getOrDefault(stream, NOT_COMPARED);
        }
    }

    record ReadStream(TopicState state, FeedState feed, DateCheckStore.Progress compared, Texts texts) {

        Stream stream() {
            return state.stream();
        }
    }

    record Failed(Trouble why, Texts texts) {}
}
