package no.avstemt.web.currency;

import java.util.List;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.page.Frame;
import no.avstemt.web.page.Pager;

/**
 * What other currencies are worth.
 *
 * @param needed what needs rates, in a sentence
 * @param done what was taken in, in a sentence; empty before
 * @param list as pasted
 */
public record RatesPage(
        Frame frame,
        String client,
        String needed,
        String done,
        List<Field> filter,
        List<Row> rows,
        String none,
        Pager pager,
        boolean mayWrite,
        Faults faults,
        List<Field> fields,
        String list,
        List<String> lines) {

    public RatesPage {
        filter = List.copyOf(filter);
        rows = List.copyOf(rows);
        fields = List.copyOf(fields);
        lines = List.copyOf(lines);
    }

    /**
     * @param perUnit kroner for one unit, empty where that is what the rate is
     * @param remove where it is removed
     */
    public record Row(String currency, String date, String units, String rate, String perUnit, String remove) {}
}
