package no.avstemt.application.period;

import java.time.YearMonth;
import no.avstemt.application.Stores;
import no.avstemt.domain.client.ClientAccount;

/** The month that the books of a client account begin with; no month before it has anything to close. */
final class FirstMonth {

    private FirstMonth() {}

    /** That of the start date, or of the first entry where that is earlier. */
    static YearMonth of(Stores stores, ClientAccount account) {
        YearMonth started = YearMonth.from(account.startDate());
        return stores.periods()
                .firstPosted(account.id())
                .filter(posted -> posted.isBefore(started))
                .orElse(started);
    }
}
