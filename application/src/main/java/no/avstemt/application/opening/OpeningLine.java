package no.avstemt.application.opening;

import java.util.Optional;
import no.avstemt.domain.chart.AccountCode;

/**
 * One line of opening balances.
 *
 * @param relation key of the ledger, bank account or partner that the line is about, where its account asks for one
 * @param amount øre, debit positive
 */
public record OpeningLine(AccountCode account, Optional<String> relation, long amount) {}
