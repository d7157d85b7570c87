package no.avstemt;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import no.avstemt.application.access.Language;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.verify.ChainHead;
import no.avstemt.application.verify.Verification;
import no.avstemt.application.verify.VerifyBooks;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.web.text.Texts;
import no.avstemt.web.verify.FaultText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description = {
            "Proves that the books are as they were posted, and says what is not.",
            "Ends with 0 when all is whole and with 1 when not. Each client account's chain head is printed, to be kept."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Option(names = "--data", description = "The data folder. Default: ./avstemt-data")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--client", description = "One client account, by its id. Default: all")
    private Optional<Long> client = Optional.empty();

    @Option(names = "--against", description = "A file with chain heads that were printed before.")
    private Optional<Path> against = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<ChainHead> kept = against.map(this::heads).orElse(List.of());
        Settings settings = Settings.read(System.getenv(), data, Optional.empty());
        settings.told().forEach(line -> spec.commandLine().getErr().println(line));
        try (Avstemt avstemt = Avstemt.open(settings, Clock.systemUTC())) {
            List<ClientAccountId> clients = clients(avstemt);
            checkOwn(clients, kept);
            VerifyBooks verify = new VerifyBooks(avstemt.unit, Clock.systemUTC());
            long faults = 0;
            for (ClientAccountId id : clients) {
                Optional<ChainHead> head =
                        kept.stream().filter(line -> line.client().equals(id)).reduce((first, later) -> later);
                Verification proof = verify.run(id, Actor.system("verify"), head);
                faults += proof.faultCount();
                tell(avstemt, id, proof, head.isPresent());
            }
            return faults == 0 ? 0 : 1;
        }
    }

    private List<ChainHead> heads(Path file) {
        try {
            List<ChainHead> heads = ChainHead.all(Files.readString(file, StandardCharsets.UTF_8));
            if (heads.isEmpty()) {
                throw new ParameterException(spec.commandLine(), file + " holds no line with a chain head");
            }
            return heads;
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Heads of other clients may stand in the file, but not they alone: nothing would be held against them. */
    private void checkOwn(List<ClientAccountId> clients, List<ChainHead> kept) {
        if (!kept.isEmpty() && kept.stream().map(ChainHead::client).noneMatch(clients::contains)) {
            String owner = kept.get(0).client().toString();
            throw new ParameterException(
                    spec.commandLine(), "The chain head is of client account " + owner + ", which is not verified");
        }
    }

    private List<ClientAccountId> clients(Avstemt avstemt) {
        List<ClientAccountId> all =
                avstemt.unit.read(Set.of(), stores -> stores.clients().allIds());
        List<ClientAccountId> wanted = all.stream()
                .filter(id -> client.isEmpty() || client.get() == id.value())
                .toList();
        if (wanted.isEmpty() && client.isPresent()) {
            throw new ParameterException(spec.commandLine(), "There is no client account " + client.get());
        }
        return wanted;
    }

    private void tell(Avstemt avstemt, ClientAccountId id, Verification proof, boolean againstHead) {
        PrintWriter out = spec.commandLine().getOut();
        String name = avstemt.unit.read(
                Set.of(id),
                stores -> stores.clients().find(id).map(found -> found.name()).orElse(""));
        String verdict = proof.faultCount() == 0 ? "whole" : proof.faultCount() + " faults";
        out.println("Client account " + id + " " + name + ": " + verdict + ". " + proof.entries() + " entries, "
                + proof.lines() + " lines, sums, links and locks"
                + (againstHead ? ", and the kept chain head." : "."));
        Texts texts = Texts.in(Language.ENGLISH);
        proof.faults().forEach(fault -> out.println("  " + FaultText.of(fault, texts)));
        if (proof.faultCount() > proof.faults().size()) {
            out.println("  and " + (proof.faultCount() - proof.faults().size()) + " more");
        }
        out.println(avstemt.unit
                .read(Set.of(id), stores -> stores.storedBooks().head(id))
                .text());
        out.flush();
    }
}
