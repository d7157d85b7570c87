package no.avstemt.application.chart;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.UnitOfWork;
import no.avstemt.domain.chart.Account;
import no.avstemt.domain.client.ClientAccountId;

/** A client's chart, or what of it a search finds. */
public final class ShowChart {

    private final UnitOfWork unitOfWork;

    public ShowChart(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** In order of account code. */
    public List<UsedAccount> accounts(ClientAccountId client) {
        return unitOfWork.read(Set.of(client), stores -> stores.chart().accounts(client));
    }

    /** Whose number begins with what is searched for, or one of whose names holds it. */
    public List<UsedAccount> accounts(ClientAccountId client, Optional<String> search) {
        return accounts(client).stream()
                .filter(used ->
                        search.filter(text -> !matches(used.account(), text)).isEmpty())
                .toList();
    }

    public Optional<UsedAccount> account(ClientAccountId client, long accountId) {
        return unitOfWork.read(Set.of(client), stores -> stores.chart().account(client, accountId));
    }

    private static boolean matches(Account account, String search) {
        String wanted = lower(search.strip());
        return account.code().digits().startsWith(wanted)
                || lower(account.nameNb()).contains(wanted)
                || lower(account.nameEn()).contains(wanted);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
