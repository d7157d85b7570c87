package no.avstemt.persistence.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import no.avstemt.application.verify.Check;
import no.avstemt.application.verify.Fault;
import no.avstemt.application.verify.StoredBooks.Link;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.journal.ChainHash;
import org.jdbi.v3.core.Handle;

/** Whether head and numbers stand where the walked chain ended. */
final class EndChecks {

    private final Handle handle;
    private final ClientAccountId client;

    EndChecks(Handle handle, ClientAccountId client) {
        this.handle = handle;
        this.client = client;
    }

    List<Fault> faults(Link last) {
        List<Fault> faults = new ArrayList<>();
        String walked = told(last.position(), last.hash());
        String head = handle.createQuery(
                        "SELECT chain_position, chain_hash FROM journal_head WHERE client_account_id = :client")
                .bind("client", client.value())
                .map((row, context) -> told(row.getLong("chain_position"), new ChainHash(row.getBytes("chain_hash"))))
                .findOne()
                .orElse("–");
        if (!head.equals(walked)) {
            faults.add(Fault.of(Check.HEAD, "", walked, head));
        }
        Map<Integer, Long> given = given();
        TreeSet<Integer> years = new TreeSet<>(given.keySet());
        years.addAll(last.numbers().keySet());
        for (int year : years) {
            long used = last.numbers().getOrDefault(year, 0L);
            long told = given.getOrDefault(year, 0L);
            if (used != told) {
                faults.add(Fault.of(Check.LAST_NUMBER, Integer.toString(year), used, told));
            }
        }
        return faults;
    }

    private static String told(long position, ChainHash hash) {
        return position + " " + hash;
    }

    private Map<Integer, Long> given() {
        Map<Integer, Long> given = new HashMap<>();
        handle.createQuery("SELECT fiscal_year, last_number FROM journal_number WHERE client_account_id = :client")
                .bind("client", client.value())
                .map((row, context) -> Map.entry(row.getInt("fiscal_year"), row.getLong("last_number")))
                .forEach(year -> given.put(year.getKey(), year.getValue()));
        return given;
    }
}
