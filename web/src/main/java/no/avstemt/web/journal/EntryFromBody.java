package no.avstemt.web.journal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.dimension.DimensionStore.Known;
import no.avstemt.domain.dimension.DimensionRef;
import no.avstemt.domain.dimension.DimensionSet;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.document.Document;
import no.avstemt.domain.journal.DraftLine;
import no.avstemt.domain.journal.EntryDraft;
import no.avstemt.domain.journal.EntryRules;
import no.avstemt.domain.journal.Exchange;
import no.avstemt.domain.money.Money;
import no.avstemt.web.api.BadBody;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.Fault;

/** From what was sent to the entry it means; what can mean nothing is told all at once. */
final class EntryFromBody {

    private final Map<Long, Known> values;
    private final Exchange exchange = new Exchange();
    private final List<Fault> faults = new ArrayList<>();

    private EntryFromBody(Map<Long, Known> values) {
        this.values = values;
    }

    /**
     * @param values those that the client account has, of all that the body names
     * @throws BadBody with every fault
     */
    static EntryDraft entry(Body body, Map<Long, Known> values) {
        EntryFromBody reading = new EntryFromBody(values);
        EntryDraft entry = reading.entry(body);
        if (!reading.faults.isEmpty()) {
            throw new BadBody(reading.faults);
        }
        return entry;
    }

    /**
     * The lines alone, of a body that has no more of an entry.
     *
     * @throws BadBody with every fault
     */
    static List<DraftLine> lines(Body body, Map<Long, Known> values) {
        EntryFromBody reading = new EntryFromBody(values);
        List<DraftLine> lines = reading.lines(body);
        if (!reading.faults.isEmpty()) {
            throw new BadBody(reading.faults);
        }
        return lines;
    }

    private EntryDraft entry(Body body) {
        return new EntryDraft(
                body.get(EntryBody.DATE),
                body.get(EntryBody.TEXT).orElse(""),
                body.get(EntryBody.RELATED).map(this::document),
                lines(body));
    }

    private List<DraftLine> lines(Body body) {
        List<DraftLine> lines = new ArrayList<>();
        for (Body line : body.get(EntryBody.LINES)) {
            lines.add(line(line, "lines[" + lines.size() + "]"));
        }
        return lines;
    }

    private Document document(Body body) {
        return new Document(
                body.get(EntryBody.DOCUMENT_TYPE),
                body.get(EntryBody.DOCUMENT_NUMBER),
                body.get(EntryBody.DOCUMENT_DATE),
                body.get(EntryBody.DUE_DATE),
                body.get(EntryBody.PAYMENT_REF),
                body.get(EntryBody.PARTNER)
                        .flatMap(id -> value(id, DimensionType.BUSINESSPARTNER, "related_object.business_partner_id")));
    }

    private Optional<DimensionRef> value(long id, DimensionType type, String field) {
        Known known = values.get(id);
        if (known == null || known.ref().type() != type) {
            faults.add(Fault.of(field, "entry-body.dimension", type.apiName(), Long.toString(id)));
            return Optional.empty();
        }
        return Optional.of(known.ref());
    }

    private DraftLine line(Body body, String place) {
        Currency currency = body.get(EntryBody.CURRENCY);
        boolean kroner = currency.equals(Money.NOK);
        BigDecimal rate = body.get(EntryBody.RATE).orElse(kroner ? BigDecimal.ONE : BigDecimal.ZERO);
        Optional<Long> sides = sides(body, place);
        Optional<Long> given = body.get(EntryBody.DEBIT_AMOUNT);
        if (sides.isEmpty() && given.isEmpty()) {
            faults.add(Fault.of(place + ".debit", "entry-body.noAmount", place));
        } else if (!kroner && given.isEmpty()) {
            faults.add(Fault.of(
                    place + ".debit_amount", "entry-body.noCurrencyAmount", place, currency.getCurrencyCode()));
        }
        long inCurrency = given.or(() -> sides).orElse(0L);
        if (EntryRules.beyond(inCurrency, rate)) {
            throw new BadBody(List.of(Fault.of(place + ".debit_amount", "entry-fault.amount-too-large")));
        }
        long amount = sides.orElseGet(() -> kroner ? inCurrency : exchange.inOre(currency, inCurrency, rate));
        return new DraftLine(
                Optional.of(body.get(EntryBody.ACCOUNT)),
                amount,
                currency,
                inCurrency,
                rate,
                body.get(EntryBody.TAX_CODE),
                body.get(EntryBody.TAX_BASE),
                body.get(EntryBody.TAX_AMOUNT),
                dimensions(body, place),
                body.get(EntryBody.TEXT).orElse(""));
    }

    private Optional<Long> sides(Body body, String place) {
        long debit = body.get(EntryBody.DEBIT).orElse(0L);
        long credit = body.get(EntryBody.CREDIT).orElse(0L);
        if (debit != 0 && credit != 0) {
            faults.add(Fault.of(place + ".credit", "entry-body.bothSides", place));
        }
        return body.get(EntryBody.DEBIT).isEmpty() && body.get(EntryBody.CREDIT).isEmpty()
                ? Optional.empty()
                : Optional.of(debit - credit);
    }

    private DimensionSet dimensions(Body body, String place) {
        if (body.get(EntryBody.RELATION_ID).isPresent()
                != body.get(EntryBody.RELATION_TYPE).isPresent()) {
            faults.add(Fault.of(place + ".relation_id", "entry-body.relation", place));
        }
        List<DimensionRef> refs = new ArrayList<>();
        Set<DimensionType> types = new HashSet<>();
        EntryBody.dimensions(body).forEach((id, type) -> {
            Optional<DimensionRef> ref = value(id, type, place + ".dimensions");
            if (ref.isPresent() && !types.add(type)) {
                faults.add(Fault.of(place + ".dimensions", "entry-body.twice", place, type.apiName()));
            } else {
                ref.ifPresent(refs::add);
            }
        });
        return DimensionSet.of(refs);
    }
}
