package no.avstemt.persistence.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import no.avstemt.application.client.StandardChart;
import no.avstemt.domain.dimension.DimensionType;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Balanced entries of chance over more than two years, written with SQL of its own: journal, dimension sets and counters
 * of one client account.
 */
public final class GeneratedBooks {

    static final LocalDate FIRST = LocalDate.of(2024, 10, 20);
    static final LocalDate LAST = LocalDate.of(2027, 2, 10);

    static final List<String> ACCOUNTS = List.of(
            "1500", "1577", "1591", "1592", "1920", "2050", "2400", "2700", "2992", "3000", "3050", "4300", "6800",
            "7771", "8050", "8150", "8300", "8960");
    static final List<String> TAX_CODES = List.of("3", "31", "5");
    static final List<String> TEXTS = List.of(
            "Kaffe og kake",
            "KAFFE til ansatte",
            "Ål fra Lofoten",
            "al dente",
            "ÅLESUND",
            "100 % ull",
            "100 kr ull",
            "under_strek",
            "understrek",
            "gebyr \\ avgift",
            "Vipps-oppgjør",
            "naïve",
            "\u2603 snø");

    private final Handle handle;
    private final long client;
    private final Random random;
    private final Map<String, Long> accountIds = new TreeMap<>();
    private final Map<DimensionType, List<Long>> values = new TreeMap<>();
    private final List<Long> sets = new ArrayList<>();
    private final List<Long> documents = new ArrayList<>();
    /** Each entry is reversed once at most. */
    private final List<Long> notReversed = new ArrayList<>();

    private final Map<String, Long> ordinals = new TreeMap<>();

    /** The last of each fiscal year. */
    private final Map<Integer, Long> numbers = new TreeMap<>();

    private GeneratedBooks(Handle handle, long client, Random random) {
        this.handle = handle;
        this.client = client;
        this.random = random;
    }

    /** @param handle of the owner of the tables */
    public static void write(Handle handle, long client, String name, int entries, long seed) {
        GeneratedBooks books = new GeneratedBooks(handle, client, new Random(seed));
        books.addClient(name);
        books.addValues();
        books.addSets();
        books.addDocuments();
        books.addEntries(entries);
        handle.execute("UPDATE journal_head SET chain_position = ? WHERE client_account_id = ?", entries, client);
        GeneratedMatches.write(handle, client, new Random(seed));
        GeneratedDrafts.write(handle, client, entries / 10, new Random(seed));
        GeneratedCounters.write(handle, client);
    }

    private void addClient(String name) {
        handle.createUpdate("""
                        INSERT INTO client_account (client_account_id, name, organisation_number, language, start_date,
                          vat_registered, created_at)
                        VALUES (:client, :name, '918713867', 'nb', '2024-01-01', true, '2024-01-01')
                        """).bind("client", client).bind("name", name).execute();
        handle.createUpdate("INSERT INTO journal_head (client_account_id, chain_hash) VALUES (:client, :hash)")
                .bind("client", client)
                .bind("hash", new byte[32])
                .execute();
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO account (client_account_id, code, name_nb, name_en, relation_type, grouping_category,
                  grouping_code, active, postable)
                VALUES (:client, :code, :nb, :en, :relation, 'x', 'x', :active, :postable)
                """);
        for (StandardChart.Row row : StandardChart.rows()) {
            String code = row.code().digits();
            batch.bind("client", client)
                    .bind("code", code)
                    .bind("nb", row.nameNb())
                    .bind("en", row.nameEn())
                    .bind(
                            "relation",
                            row.relationType().map(DimensionType::apiName).orElse(null))
                    .bind("active", !code.equals("6800") && !code.equals("1460"))
                    .bind("postable", row.postable())
                    .add();
        }
        batch.execute();
        handle.createQuery("SELECT code, account_id FROM account WHERE client_account_id = :client")
                .bind("client", client)
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(entry -> accountIds.put(entry.getKey(), entry.getValue()));
    }

    private void addValues() {
        for (DimensionType type : List.of(
                DimensionType.BUSINESSPARTNER, DimensionType.BANKACC, DimensionType.PROJECT, DimensionType.TAG)) {
            List<Long> ids = new ArrayList<>();
            for (String name : List.of("Åse Ål AS", "Nord & Sør", "Z\u00e9ro")) {
                ids.add(handle.createUpdate("""
                                INSERT INTO dimension_value (client_account_id, type, key, name)
                                VALUES (:client, :type, :key, :name)
                                """)
                        .bind("client", client)
                        .bind("type", type.apiName())
                        .bind("key", "K" + ids.size())
                        .bind("name", name)
                        .executeAndReturnGeneratedKeys("dimension_value_id")
                        .mapTo(Long.class)
                        .one());
            }
            values.put(type, ids);
        }
    }

    private void addSets() {
        for (int i = 0; i < 25; i++) {
            Map<DimensionType, Long> members = new TreeMap<>();
            values.forEach((type, ids) -> {
                if (random.nextInt(5) < 2) {
                    members.put(type, pick(ids));
                }
            });
            if (!members.isEmpty()) {
                addSet(i, members);
            }
        }
    }

    private void addSet(int number, Map<DimensionType, Long> members) {
        List<DimensionType> types = new ArrayList<>(members.keySet());
        boolean related = random.nextInt(4) > 0;
        DimensionType relation = pick(types);
        long set = handle.createUpdate("""
                        INSERT INTO dimension_set (client_account_id, relation_type, relation_id, members)
                        VALUES (:client, :type, :id, :members)
                        """)
                .bind("client", client)
                .bind("type", related ? relation.apiName() : null)
                .bind("id", related ? members.get(relation) : null)
                .bind("members", number + " " + members)
                .executeAndReturnGeneratedKeys("dimension_set_id")
                .mapTo(Long.class)
                .one();
        members.forEach((type, id) -> handle.createUpdate("""
                        INSERT INTO dimension_set_member
                        VALUES (:client, :set, :type, :id, :relation)
                        """)
                .bind("client", client)
                .bind("set", set)
                .bind("type", type.apiName())
                .bind("id", id)
                .bind("relation", related && type == relation)
                .execute());
        sets.add(set);
    }

    private void addDocuments() {
        for (int i = 0; i < 6; i++) {
            documents.add(handle.createUpdate("""
                            INSERT INTO document (client_account_id, document_number, document_date, payment_ref,
                              document_type, business_partner_id)
                            VALUES (:client, :number, '2025-01-01', :reference, 'INVOICE', :partner)
                            """)
                    .bind("client", client)
                    .bind("number", "F-2025-" + i)
                    .bind("reference", i % 2 == 0 ? null : "KID00" + i)
                    .bind("partner", i % 3 == 0 ? null : partners().get(i % 3))
                    .executeAndReturnGeneratedKeys("document_id")
                    .mapTo(Long.class)
                    .one());
        }
    }

    private List<Long> partners() {
        return values.getOrDefault(DimensionType.BUSINESSPARTNER, List.of());
    }

    private void addEntries(int entries) {
        long voucher = handle.createUpdate("""
                        INSERT INTO voucher (client_account_id, kind, key)
                        VALUES (:client, 'VIPPS_SETTLEMENT', '302321/funds/2025-01-01')
                        """)
                .bind("client", client)
                .executeAndReturnGeneratedKeys("voucher_id")
                .mapTo(Long.class)
                .one();
        for (int i = 1; i <= entries; i++) {
            addEntry(i, voucher);
        }
        numbers.forEach(
                (year, number) -> handle.execute("INSERT INTO journal_number VALUES (?, ?, ?)", client, year, number));
    }

    private void addEntry(int position, long voucher) {
        LocalDate day = FIRST.plusDays(random.nextInt((int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1));
        LocalDate date = random.nextInt(10) == 0 ? day.withDayOfMonth(1) : day;
        long entry = handle.createUpdate("""
                        INSERT INTO journal_entry (client_account_id, fiscal_year, number, chain_position, chain_hash,
                          posting_date, description, voucher_id, document_id, reverses_entry_id, reversal_reason, created_by,
                          created_by_user, created_at)
                        VALUES (:client, :year, :number, :position, :hash, :date, :text, :voucher, :document, :reversed,
                          :reason, 'test', :user, now())
                        """)
                .bind("client", client)
                .bind("year", date.getYear())
                .bind("number", numbers.merge(date.getYear(), 1L, Long::sum))
                .bind("position", position)
                .bind("hash", new byte[32])
                .bind("date", date)
                .bind("text", pick(TEXTS))
                .bind("voucher", voucher)
                .bind("document", documentOf(position))
                .bind("reversed", position % 15 == 0 ? notReversed.remove(random.nextInt(notReversed.size())) : null)
                .bind("reason", position % 15 == 0 ? "feil konto" : null)
                .bind("user", position % 4 == 0 ? 7L : null)
                .executeAndReturnGeneratedKeys("entry_id")
                .mapTo(Long.class)
                .one();
        notReversed.add(entry);
        addLines(entry, date, amounts());
    }

    /** Each document documents one of the first entries, so that all of them occur in any books; the rest is chance. */
    private @Nullable Long documentOf(int number) {
        if (number <= documents.size()) {
            return documents.get(number - 1);
        }
        return random.nextInt(4) == 0 ? pick(documents) : null;
    }

    private List<Long> amounts() {
        List<Long> amounts = new ArrayList<>();
        long sum = 0;
        for (int i = random.nextInt(4); i >= 0; i--) {
            long amount = random.nextInt(8) == 0 ? 0 : random.nextLong(-5_000_00, 5_000_00);
            amounts.add(amount);
            sum += amount;
        }
        amounts.add(-sum);
        Collections.shuffle(amounts, random);
        return amounts;
    }

    private void addLines(long entry, LocalDate date, List<Long> amounts) {
        List<Long> accounts = new ArrayList<>();
        List<Long> lineSets = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<String> taxCodes = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            accounts.add(accountIds.get(pick(ACCOUNTS)));
            lineSets.add(random.nextInt(3) == 0 ? null : pick(sets));
            texts.add(pick(TEXTS));
            taxCodes.add(i == 0 ? pick(TAX_CODES) : null);
            places.add(ordinals.merge(accounts.get(i) + " " + date, 1L, Long::sum));
        }
        handle.createUpdate("""
                        INSERT INTO journal_line (client_account_id, entry_id, line_no, account_id, posting_date, ordinal,
                          amount, currency, currency_amount, exchange_rate, tax_code, dimension_set_id, description)
                        SELECT :client, :entry, n, account, :date, place, amount, 'NOK', amount, 1, tax_code, dimension_set,
                               text
                          FROM unnest(:accounts, :places, :amounts, :tax_codes, :sets, :texts)
                               WITH ORDINALITY AS given (account, place, amount, tax_code, dimension_set, text, n)
                        """)
                .bind("client", client)
                .bind("entry", entry)
                .bind("date", date)
                .bind("accounts", accounts.toArray(Long[]::new))
                .bind("amounts", amounts.toArray(Long[]::new))
                .bind("places", places.toArray(Long[]::new))
                .bind("tax_codes", taxCodes.toArray(String[]::new))
                .bind("sets", lineSets.toArray(Long[]::new))
                .bind("texts", texts.toArray(String[]::new))
                .execute();
    }

    private <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }
}
