package no.avstemt.application.client;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import no.avstemt.application.Stores;
import no.avstemt.application.UnitOfWork;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.audit.AuditEvent;
import no.avstemt.application.settlement.LedgerState;
import no.avstemt.application.settlement.LedgerStore.OwnLedger;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.time.FiscalYear;

/**
 * Changes what onboarding asked about a merchant. When the books begin, and with which month their years do, can only be
 * changed while nothing is posted: numbers, opening balances and what was booked follow from it. VAT registration stays
 * on booked dates as it was when they were booked.
 */
public final class ChangeClient {

    private final UnitOfWork unit;
    private final Clock clock;

    public ChangeClient(UnitOfWork unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    /** @param isPosted whether anything is, so that start and fiscal year stay */
    public record Settings(ClientAccount account, boolean isPosted) {}

    public record Wanted(
            String name,
            String language,
            LocalDate startDate,
            VatRegistration vat,
            FiscalYear fiscalYear,
            int disputeDays) {}

    public enum Outcome {
        CHANGED,
        /** Nothing is changed: the start or the fiscal year would be, and something is posted. */
        POSTED
    }

    public Settings show(ClientAccountId client) {
        return unit.read(
                Set.of(client),
                stores -> new Settings(
                        account(stores, client), stores.journal().head(client).chainPosition() > 0));
    }

    /** @throws VatInUse when registration would hold, or no longer hold, on a booked date */
    public Outcome run(ClientAccountId client, Actor actor, Wanted wanted) {
        return unit.write(Set.of(client), stores -> {
            boolean isPosted = stores.journal().lockHead(client).chainPosition() > 0;
            ClientAccount before = account(stores, client);
            boolean movesBooks = !before.startDate().equals(wanted.startDate())
                    || !before.fiscalYear().equals(wanted.fiscalYear());
            if (isPosted && movesBooks) {
                return Outcome.POSTED;
            }
            ClientAccount after = new ClientAccount(
                    client,
                    wanted.name(),
                    before.organisationNumber(),
                    wanted.language(),
                    wanted.startDate(),
                    wanted.vat(),
                    wanted.fiscalYear(),
                    wanted.disputeDays());
            if (isPosted) {
                checkVat(stores, before, after.vat());
            }
            stores.clients().change(after);
            if (!before.startDate().equals(after.startDate())) {
                bookAnew(stores, client);
            }
            audit(stores, actor, before, after);
            return Outcome.CHANGED;
        });
    }

    private static ClientAccount account(Stores stores, ClientAccountId client) {
        return stores.clients().find(client).orElseThrow();
    }

    private static void checkVat(Stores stores, ClientAccount before, VatRegistration wanted) {
        stores.ledgers().of(before.id()).stream()
                .flatMap(ledger -> stores.ledgers().lockState(before.id(), ledger.id()).bookedTo().stream())
                .max(LocalDate::compareTo)
                .filter(booked -> !booked.isBefore(before.startDate()))
                .filter(booked -> before.startDate()
                        .datesUntil(booked.plusDays(1))
                        .anyMatch(day -> before.vat().holdsOn(day) != wanted.holdsOn(day)))
                .ifPresent(booked -> {
                    throw new VatInUse(booked);
                });
    }

    /** Dates that were found empty may not be, from another start on. */
    private static void bookAnew(Stores stores, ClientAccountId client) {
        for (OwnLedger ledger : stores.ledgers().of(client)) {
            LedgerState state = stores.ledgers().lockState(client, ledger.id());
            stores.granularities().forgetSpans(client, ledger.id());
            stores.ledgers().save(client, ledger.id(), state.anew());
        }
    }

    private void audit(Stores stores, Actor actor, ClientAccount before, ClientAccount after) {
        Map<String, String> was = told(before);
        Map<String, String> is = told(after);
        was.entrySet().removeIf(entry -> entry.getValue().equals(is.get(entry.getKey())));
        is.keySet().retainAll(was.keySet());
        if (!was.isEmpty()) {
            stores.audit()
                    .record(
                            after.id(),
                            new AuditEvent(clock.instant(), actor, AuditAction.CLIENT_CHANGED, after.name(), was, is));
        }
    }

    private static Map<String, String> told(ClientAccount account) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("name", account.name());
        told.put("language", account.language());
        told.put("start_date", account.startDate().toString());
        told.put("vat_registered", Boolean.toString(account.vat().registered()));
        told.put("vat_from", account.vat().from().map(LocalDate::toString).orElse(""));
        told.put("vat_to", account.vat().to().map(LocalDate::toString).orElse(""));
        told.put("vat_term", account.vat().term().name());
        told.put("fiscal_year_start", Integer.toString(account.fiscalYear().firstMonth()));
        told.put("dispute_days", Integer.toString(account.disputeDays()));
        return told;
    }
}
