package no.avstemt.application.journal;

import java.io.IOException;
import java.io.Reader;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;
import no.avstemt.domain.currency.ExchangeRates;
import no.avstemt.domain.journal.EntryRules;

/**
 * A file of journal entries. As it is, in comma-separated text: one row a line, the rows of an entry together, columns by
 * their names as {@link EntryColumns} has them. It is read more than once, and must be the same each time.
 */
public interface EntryFile {

    /** The file's name for people: the voucher of its entries. */
    String name();

    Reader open() throws IOException;

    /** Of its bytes as they came, in hexadecimal; none where that is not known. */
    default Optional<String> sha256() {
        return Optional.empty();
    }

    /**
     * @param rules of the client account, as they are before anything of the file is booked
     * @param rates of the client account, for lines in another currency that come without one
     */
    default EntrySource entries(EntryRules rules, Function<Currency, ExchangeRates> rates) throws IOException {
        return new EntryReader(open(), rules, rates);
    }
}
