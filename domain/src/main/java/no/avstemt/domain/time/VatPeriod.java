package no.avstemt.domain.time;

import java.time.LocalDate;

/**
 * The days that one VAT return is about.
 *
 * @param year,number of the term, from 1 within the calendar year
 * @param due the day that the law names; whether a bank is open on it moves nothing here, so it is never too late
 */
public record VatPeriod(int year, int number, Period days, LocalDate due) {}
