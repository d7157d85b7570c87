package no.avstemt.web.currency;

import java.time.LocalDate;
import java.util.List;
import no.avstemt.application.csv.CellText;
import no.avstemt.application.currency.RateFile;
import no.avstemt.domain.currency.ExchangeRate;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.text.Texts;

/** What was typed about one rate. */
record RateForm(String currency, String date, String units, String rate) {

    private static final int LONGEST = 40;
    private static final Param<String> CURRENCY = typed("currency_code");
    static final Param<String> DATE = typed("date");
    private static final Param<String> UNITS = typed("units");
    private static final Param<String> RATE = typed("rate");

    static final Param<?>[] PARAMS = {CURRENCY, DATE, UNITS, RATE};

    private static Param<String> typed(String name) {
        return Param.withDefault(name, ParamType.anyText(LONGEST), "").inForm();
    }

    static RateForm empty(LocalDate today) {
        return new RateForm("", today.toString(), "1", "");
    }

    static RateForm of(Request request) {
        return new RateForm(
                request.get(CURRENCY).strip(),
                request.get(DATE).strip(),
                request.get(UNITS).strip(),
                request.get(RATE).strip());
    }

    Faults faults(Texts texts) {
        Faults faults = Faults.none();
        if (RateFile.currency(currency).isEmpty()) {
            faults.add(CURRENCY.name(), texts.get("rate.fault.currency"));
        }
        if (CellText.date(date).isEmpty()) {
            faults.add(DATE.name(), texts.get("rate.fault.date"));
        }
        if (RateFile.units(units).isEmpty()) {
            faults.add(UNITS.name(), texts.get("rate.fault.units"));
        }
        if (RateFile.number(rate).filter(ExchangeRate::isRate).isEmpty()) {
            faults.add(RATE.name(), texts.get("rate.fault.rate"));
        }
        return faults;
    }

    /** Of a form without faults. */
    ExchangeRate exchangeRate() {
        return new ExchangeRate(
                RateFile.currency(currency).orElseThrow(),
                CellText.date(date).orElseThrow(),
                RateFile.units(units).orElseThrow(),
                RateFile.number(rate).orElseThrow());
    }

    List<Field> fields(Texts texts, Faults faults) {
        return List.of(
                Field.text(CURRENCY.name(), texts.get("rate.currency"), currency, faults)
                        .helped(texts.get("rate.currency.help")),
                Field.text(DATE.name(), texts.get("rate.date"), date, faults).as("date"),
                Field.text(UNITS.name(), texts.get("rate.units"), units, faults).helped(texts.get("rate.units.help")),
                Field.text(RATE.name(), texts.get("rate.rate"), rate, faults).helped(texts.get("rate.rate.help")));
    }
}
