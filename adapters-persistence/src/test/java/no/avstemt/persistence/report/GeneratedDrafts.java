package no.avstemt.persistence.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Handle;

/** Drafts of chance of one client account: most balance, some do not, and some have an amount on no account. */
final class GeneratedDrafts {

    private final Handle handle;
    private final long client;
    private final Random random;
    private final List<Long> sets;
    private final List<Long> partners;

    private GeneratedDrafts(Handle handle, long client, Random random) {
        this.handle = handle;
        this.client = client;
        this.random = random;
        this.sets = ids("SELECT dimension_set_id FROM dimension_set WHERE client_account_id = :client ORDER BY 1");
        this.partners = ids("""
                SELECT dimension_value_id
                  FROM dimension_value
                 WHERE client_account_id = :client AND type = 'businesspartner'
                 ORDER BY 1
                """);
    }

    static void write(Handle handle, long client, int drafts, Random random) {
        GeneratedDrafts books = new GeneratedDrafts(handle, client, random);
        for (int i = 0; i < drafts; i++) {
            books.addDraft(i);
        }
    }

    private List<Long> ids(String sql) {
        return handle.createQuery(sql).bind("client", client).mapTo(Long.class).list();
    }

    private void addDraft(int number) {
        int days = (int) (GeneratedBooks.LAST.toEpochDay() - GeneratedBooks.FIRST.toEpochDay());
        LocalDate day = GeneratedBooks.FIRST.plusDays(random.nextInt(days));
        boolean documented = number % 2 == 0;
        long draft = handle.createUpdate("""
                        INSERT INTO draft_entry (client_account_id, entry_date, description, document_type, document_number,
                          document_date, payment_ref, document_partner_id, created_by, created_at)
                        VALUES (:client, :day, :text, :type, :document, :date, :reference, :partner, 'test', now())
                        """)
                .bind("client", client)
                .bind("day", number % 7 == 0 ? day.withDayOfMonth(1) : day)
                .bind("text", pick(GeneratedBooks.TEXTS))
                .bind("type", documented ? "INVOICE" : null)
                .bind("document", documented ? "K-2026-" + number : null)
                .bind("date", documented ? day : null)
                .bind("reference", documented ? "KID9" + number : null)
                .bind("partner", documented ? pick(partners) : null)
                .executeAndReturnGeneratedKeys("draft_id")
                .mapTo(Long.class)
                .one();
        long amount = random.nextLong(1, 900_000);
        long rest = number % 5 == 3 ? amount - 1 : amount;
        boolean complete = number % 5 != 4;
        addLine(draft, 1, pick(GeneratedBooks.ACCOUNTS), amount);
        addLine(draft, 2, pick(GeneratedBooks.ACCOUNTS), -rest / 3);
        addLine(draft, 3, complete ? pick(GeneratedBooks.ACCOUNTS) : "", rest / 3 - rest);
    }

    private void addLine(long draft, int number, String account, long amount) {
        handle.createUpdate("""
                        INSERT INTO draft_line (client_account_id, draft_id, line_no, account_id, amount, currency,
                          currency_amount, exchange_rate, tax_code, dimension_set_id, description)
                        VALUES (:client, :draft, :number,
                                (SELECT account_id FROM account WHERE client_account_id = :client AND code = :account),
                                :amount, 'NOK', :amount, 1, :tax, :set, :text)
                        """)
                .bind("client", client)
                .bind("draft", draft)
                .bind("number", number)
                .bind("account", account)
                .bind("amount", amount)
                .bind("tax", number == 1 ? pick(GeneratedBooks.TAX_CODES) : null)
                .bind("set", random.nextInt(3) == 0 ? null : pick(sets))
                .bind("text", pick(GeneratedBooks.TEXTS))
                .execute();
    }

    private <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }
}
