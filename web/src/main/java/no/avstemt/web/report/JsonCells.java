package no.avstemt.web.report;

import java.math.BigDecimal;
import no.avstemt.domain.report.Cell;
import no.avstemt.web.text.Texts;
import tools.jackson.core.JsonGenerator;

/** Amounts are numbers with exactly two decimals, written from whole øre. Writes for one report at a time. */
final class JsonCells {

    private static final int DECIMALS = 2;

    private final Texts texts;
    private final char[] digits = new char[24];

    JsonCells(Texts texts) {
        this.texts = texts;
    }

    void write(Cell cell, JsonGenerator json) {
        if (cell instanceof Cell.Amount amount) {
            writeAmount(amount.ore(), json);
        } else if (cell instanceof Cell.Text text) {
            json.writeString(text.text());
        } else if (cell instanceof Cell.Facts facts) {
            json.writeString(facts.text());
        } else if (cell instanceof Cell.Term term) {
            json.writeString(texts.get(term.key()));
        } else if (cell instanceof Cell.Count count) {
            json.writeNumber(count.number());
        } else if (cell instanceof Cell.Day day) {
            json.writeString(day.day().toString());
        } else if (cell instanceof Cell.Flag flag) {
            json.writeBoolean(flag.value());
        } else if (cell instanceof Cell.Factor factor) {
            json.writeNumber(shortest(factor.number()));
        } else if (cell instanceof Cell.Rate rate) {
            json.writeNumber(shortest(BigDecimal.valueOf(rate.basisPoints(), DECIMALS)));
        } else if (cell instanceof Cell.Days days) {
            json.writeString(days.period().first() + "/" + days.period().last());
        } else if (cell instanceof Cell.Values values) {
            write(values, json);
        } else {
            json.writeNull();
        }
    }

    /** From the last digit on, and at least three of them. */
    private void writeAmount(long ore, JsonGenerator json) {
        int at = digits.length;
        long left = ore < 0 ? ore : -ore; // every long has a negative; the least has no positive
        for (int written = 0; written <= DECIMALS || left != 0; written++) {
            if (written == DECIMALS) {
                digits[--at] = '.';
            }
            digits[--at] = (char) ('0' - left % 10);
            left /= 10;
        }
        if (ore < 0) {
            digits[--at] = '-';
        }
        json.writeRawValue(digits, at, digits.length - at);
    }

    private static void write(Cell.Values values, JsonGenerator json) {
        json.writeStartArray();
        for (Cell.Value value : values.values()) {
            json.writeStartObject();
            json.writeStringProperty("type", value.type());
            json.writeNumberProperty("id", value.id());
            json.writeStringProperty("name", value.name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** At least one decimal, so that one can see that it is not a count. */
    private static BigDecimal shortest(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 1 ? stripped.setScale(1) : stripped;
    }
}
