package no.avstemt.vipps.simulator;

import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/** Funds and fees, by date and as a feed, 1000 rows a page. The two end differently, as Vipps's do. */
final class ReportPages implements ReportAnswers {
    static final int PAGE = 1000;
    private static final SerializedString PSP_REFERENCE = new SerializedString("pspReference");
    private static final SerializedString TIME = new SerializedString("time");
    private static final SerializedString LEDGER_DATE = new SerializedString("ledgerDate");
    private static final SerializedString ENTRY_TYPE = new SerializedString("entryType");
    private static final SerializedString REFERENCE = new SerializedString("reference");
    private static final SerializedString CURRENCY = new SerializedString("currency");
    private static final SerializedString AMOUNT = new SerializedString("amount");
    private static final SerializedString RECIPIENT_HANDLE = new SerializedString("recipientHandle");
    private static final SerializedString BALANCE_BEFORE = new SerializedString("balanceBefore");
    private static final SerializedString BALANCE_AFTER = new SerializedString("balanceAfter");

    private final World world;
    private final Ledger ledger;
    private final Topic topic;
    private final boolean withPersonalData;
    private final Knobs knobs;

    ReportPages(World world, Ledger ledger, Topic topic, boolean withPersonalData, Knobs knobs) {
        this.world = world;
        this.ledger = ledger;
        this.topic = topic;
        this.withPersonalData = withPersonalData;
        this.knobs = knobs;
    }

    /** An open date has no rows and asks to come back; a date before the ledger's first is finished and empty. */
    @Override
    public Answer byDate(LocalDate date, Optional<String> cursor) {
        Cursors cursors = Cursors.of(world, scope() + "/" + date);
        Optional<Position> from = cursor.map(cursors::parse);
        boolean open = isOpen(date);
        if (date.isAfter(ledger.last()) || open && !knobs.is(Knob.OPEN_DATE, "partial")) {
            return Answer.ok(json -> {
                json.writeArrayPropertyStart("items");
                json.writeEndArray();
                json.writeBooleanProperty("tryLater", true);
            });
        }
        Page page = Page.ofDate(ledger, topic, from.orElse(Position.startOf(date)), PAGE);
        return Answer.ok(json -> {
            json.writeBooleanProperty("hasMore", page.hasMore());
            json.writeBooleanProperty("tryLater", open);
            if (page.hasMore()) {
                json.writeStringProperty("cursor", cursors.format(page.next()));
            }
            writeItems(page, json);
        });
    }

    private boolean isOpen(LocalDate date) {
        if (date.isAfter(ledger.last())) {
            return true;
        }
        return ledger.has(date)
                && (knobs.is(Knob.CLOSED_DATES, "with-rows") && isQuiet(date)
                        || knobs.is(Knob.CLOSED_DATES, "paid-out") && !isPaidOut(date));
    }

    private boolean isQuiet(LocalDate date) {
        return ledger.count(Topic.FUNDS, date) == 0 && ledger.count(Topic.FEES, date) == 0;
    }

    private boolean isPaidOut(LocalDate date) {
        return date.datesUntil(ledger.last().plusDays(1))
                .flatMap(day -> ledger.day(day).funds().stream())
                .anyMatch(entry -> entry.entryType().equals("payout-scheduled"));
    }

    /** Never {@code hasMore}, always a cursor; the page that reaches the end may hold rows and says so. */
    @Override
    public Answer feed(Optional<String> cursor) {
        Cursors cursors = Cursors.of(world, scope());
        Position from = cursor.map(cursors::parse).orElse(Position.startOf(ledger.first()));
        Page page = Page.ofFeed(ledger, topic, from, PAGE);
        return Answer.ok(json -> {
            json.writeStringProperty("cursor", cursors.format(page.next()));
            json.writeBooleanProperty("tryLater", !page.hasMore());
            writeItems(page, json);
        });
    }

    private String scope() {
        return ledger.identity().ledgerId() + "/" + topic.pathName();
    }

    private void writeItems(Page page, JsonGenerator json) {
        json.writeArrayPropertyStart("items");
        page.forEachSlice((day, from, to) -> {
            String date = day.date().toString();
            for (Entry entry : (topic == Topic.FUNDS ? day.funds() : day.fees()).subList(from, to)) {
                write(entry, date, json);
            }
        });
        json.writeEndArray();
    }

    private void write(Entry entry, String ledgerDate, JsonGenerator json) {
        json.writeStartObject();
        json.writeName(PSP_REFERENCE).writeString(entry.pspReference());
        json.writeName(TIME).writeString(Oslo.withMicros(entry.micros()));
        json.writeName(LEDGER_DATE).writeString(ledgerDate);
        json.writeName(ENTRY_TYPE).writeString(entry.entryType());
        entry.reference().ifPresent(text -> json.writeName(REFERENCE).writeString(text));
        json.writeName(CURRENCY).writeString(ledger.identity().market().currency());
        json.writeName(AMOUNT).writeNumber(entry.amount());
        json.writeName(RECIPIENT_HANDLE).writeString(entry.handle().orElse(null));
        json.writeName(BALANCE_BEFORE).writeNumber(entry.balanceBefore());
        json.writeName(BALANCE_AFTER).writeNumber(entry.balanceAfter());
        if (withPersonalData
                && topic == Topic.FUNDS
                && entry.handle().filter(SalesUnit::isVippsnummer).isPresent()) {
            write(Payer.of(entry.pspReference()), json);
        }
        json.writeEndObject();
    }

    private static void write(Payer payer, JsonGenerator json) {
        json.writeStringProperty("name", payer.name());
        json.writeStringProperty("maskedPhoneNo", payer.maskedPhone());
        payer.message().ifPresent(text -> json.writeStringProperty("message", text));
    }
}
