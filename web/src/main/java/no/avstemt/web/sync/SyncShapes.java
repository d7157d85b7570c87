package no.avstemt.web.sync;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.settlement.Trouble;
import no.avstemt.application.sync.SyncRun;
import no.avstemt.web.api.Field;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;
import no.avstemt.web.text.Texts;

/** Runs as JSON. */
final class SyncShapes {

    static final Field<Optional<Long>> CLIENT =
            Field.optional("client_account_id", Kind.id()).describedAs("None for all that the caller may see.");
    static final Shape WANTED = Shape.of("SyncWanted", CLIENT);

    static final Resource<Long> STARTED = Resource.<Long>named("SyncStarted").with("id", Kind.id(), id -> id);

    private static final Kind<Long> COUNT = Kind.number(0, Long.MAX_VALUE);
    private static final Kind<String> CODE = Kind.text(20);
    private static final Kind<String> SENTENCE = Kind.lines(2_000);

    record Told(SyncRun run, Texts texts) {}

    private record ToldClient(SyncRun.Client client, Texts texts) {}

    private record ToldLedger(SyncRun.Ledger ledger, Texts texts) {}

    private static final Resource<ToldLedger> LEDGER = Resource.<ToldLedger>named("SyncedLedger")
            .with("ledger_id", Kind.text(100), told -> told.ledger().id().value())
            .with("entries", COUNT, told -> told.ledger().entries())
            .described("New settlement entries.")
            .with("sales", COUNT, told -> told.ledger().sales())
            .with("journal_entries", COUNT, told -> told.ledger().journalEntries())
            .maybe("failure_code", CODE, told -> told.ledger().failure().map(SyncShapes::code))
            .maybe("failure", SENTENCE, told -> told.ledger().failure().map(told.texts()::get))
            .described("Why it stopped and what to do, in the language of the request.");

    private static final Resource<ToldClient> CLIENT_ACCOUNT = Resource.<ToldClient>named("SyncedClientAccount")
            .with("client_account_id", Kind.id(), told -> told.client().id().value())
            .with("state", CODE, told -> code(told.client().state()))
            .maybe("ended_at", Kind.moment(), told -> told.client().endedAt())
            .maybe("failure_code", CODE, told -> told.client().failure().map(SyncShapes::code))
            .maybe("failure", SENTENCE, told -> told.client().failure().map(told.texts()::get))
            .described("What stopped all of it; what stopped a ledger is told there.")
            .each(
                    "ledgers",
                    LEDGER,
                    told -> told.client().ledgers().stream()
                            .map(ledger -> new ToldLedger(ledger, told.texts()))
                            .toList());

    static final Resource<Told> RUN = Resource.<Told>named("SyncRun")
            .with("id", Kind.id(), told -> told.run().id())
            .with("state", CODE, told -> code(told.run().state()))
            .described("queued, running, done, failed when something of it failed, or interrupted when the program that"
                    + " it ran in has ended.")
            .maybe("started_by", Kind.text(200), told -> told.run().startedBy().map(Actor::name))
            .described("Null when it was time for it.")
            .with("started_at", Kind.moment(), told -> told.run().startedAt())
            .maybe("ended_at", Kind.moment(), told -> told.run().endedAt())
            .with("entries", COUNT, told -> told.run().sum(SyncRun.Ledger::entries))
            .with("sales", COUNT, told -> told.run().sum(SyncRun.Ledger::sales))
            .with("journal_entries", COUNT, told -> told.run().sum(SyncRun.Ledger::journalEntries))
            .each("client_accounts", CLIENT_ACCOUNT, SyncShapes::clients);

    static final Resource<SyncRun> LISTED = Resource.<SyncRun>named("ListedSyncRun")
            .with("id", Kind.id(), SyncRun::id)
            .with("state", CODE, run -> code(run.state()))
            .maybe("started_by", Kind.text(200), run -> run.startedBy().map(Actor::name))
            .described("Null when it was time for it.")
            .with("started_at", Kind.moment(), SyncRun::startedAt)
            .maybe("ended_at", Kind.moment(), SyncRun::endedAt)
            .with("client_accounts", COUNT, run -> (long) run.clients().size())
            .described("How many of them the caller may see.")
            .with("entries", COUNT, run -> run.sum(SyncRun.Ledger::entries))
            .with("sales", COUNT, run -> run.sum(SyncRun.Ledger::sales))
            .with("journal_entries", COUNT, run -> run.sum(SyncRun.Ledger::journalEntries));

    private SyncShapes() {}

    private static List<ToldClient> clients(Told told) {
        return told.run().clients().stream()
                .map(client -> new ToldClient(client, told.texts()))
                .toList();
    }

    private static String code(Trouble trouble) {
        return code(trouble.code());
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
