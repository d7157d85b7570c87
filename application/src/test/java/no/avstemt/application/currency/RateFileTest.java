package no.avstemt.application.currency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RateFileTest {

    private static List<String> rates(String text) {
        RateFile file = RateFile.read(text);
        assertEquals(List.of(), file.faults());
        return file.rates().stream()
                .map(rate ->
                        rate.currency() + " " + rate.date() + " " + rate.rate().toPlainString() + "/" + rate.units()
                                + " = " + rate.perUnit().toPlainString())
                .toList();
    }

    private static List<String> faults(String text) {
        return RateFile.read(text).faults().stream()
                .map(fault -> fault.line() + " " + fault.column() + " " + fault.textKey() + " " + fault.fact())
                .toList();
    }

    @Test
    void the_series_of_norges_bank_is_read_as_it_is() {
        assertEquals(List.of("DKK 2026-03-02 157.42/100 = 1.5742", "EUR 2026-03-02 11.7475/1 = 11.7475"), rates("""
                        \ufeffFREQ;Frekvens;BASE_CUR;Basisvaluta;QUOTE_CUR;Kvoteringsvaluta;TENOR;Løpetid;DECIMALS;CALCULATED;UNIT_MULT;Multiplikator;COLLECTION;Innsamlingstidspunkt;TIME_PERIOD;OBS_VALUE
                        B;Virkedag;DKK;Danske kroner;NOK;Norske kroner;SP;Spot;4;false;2;Hundre;C;ECB concertation tidspunkt 14:15 CET;2026-03-02;157,42
                        B;Virkedag;EUR;Euro;NOK;Norske kroner;SP;Spot;4;false;0;Enheter;C;ECB concertation tidspunkt 14:15 CET;2026-03-02;11,7475
                        """));
        assertEquals(
                List.of("SEK 2026-03-02 105.1/100 = 1.051"),
                rates("BASE_CUR,QUOTE_CUR,UNIT_MULT,TIME_PERIOD,OBS_VALUE\nSEK,NOK,2,2026-03-02,105.10\n"));
    }

    @Test
    void a_list_of_ones_own_needs_currency_date_and_rate() {
        assertEquals(
                List.of("DKK 2026-03-02 157.42/100 = 1.5742", "DKK 2026-03-03 157.5/100 = 1.575"),
                rates("Valuta;Dato;Kurs;Enhet\r\ndkk;02.03.2026;157,42;100\r\n\r\nDKK;2026-03-03;157,50;100\r\n"));
        assertEquals(List.of("EUR 2026-03-02 11.7/1 = 11.7"), rates("currency\tdate\trate\nEUR\t2026-03-02\t11.7\n"));
    }

    @Test
    void a_file_that_is_cut_off_is_refused_by_its_line() {
        String head = "currency;date;rate;units\n";

        assertEquals(List.of("3 UNITS table.cutOff "), faults(head + "DKK;2026-03-02;157,42;100\nDKK;2026-03-03;157"));
        assertEquals(List.of("2 RATE table.cutOff "), faults(head + "DKK;2026-03-02"));
        assertEquals(
                List.of("2 RATE rate.file.rate x", "3 RATE table.cutOff "),
                faults(head + "DKK;2026-03-02;x;100\nDKK;2026-03-03"));
        assertEquals(List.of("2 RATE table.cutOff "), faults(head + "DKK;2026-03-02;\"1\n"));
    }

    @Test
    void every_fault_has_its_line_and_column() {
        assertEquals(List.of("1  rate.file.empty "), faults(""));
        assertEquals(List.of("1 TIME_PERIOD rate.file.head time_period, date, dato"), faults("currency;rate\nDKK;1\n"));
        assertEquals(
                List.of(
                        "2 CURRENCY rate.file.currency NOK",
                        "3 DATE rate.file.date 31.02.2026",
                        "4 RATE rate.file.rate 0",
                        "5 UNITS rate.file.units 7",
                        "7 DATE rate.file.twice 2026-03-02"),
                faults("""
                        currency;date;rate;units
                        NOK;2026-03-02;1;1
                        DKK;31.02.2026;1,5;1
                        DKK;2026-03-02;0;1
                        DKK;2026-03-02;1,5;7
                        DKK;2026-03-02;1,5;1
                        DKK;2026-03-02;1,6;1
                        """));
        assertEquals(
                List.of("2 QUOTE_CUR rate.file.quote EUR", "2 UNIT_MULT rate.file.units 9"),
                faults("BASE_CUR;QUOTE_CUR;UNIT_MULT;TIME_PERIOD;OBS_VALUE\nDKK;EUR;9;2026-03-02;0,13\n"));
    }
}
