package no.avstemt.web.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.avstemt.application.journal.EntryLists.Search;
import no.avstemt.application.journal.EntryLists.Wanted;
import no.avstemt.domain.chart.AccountCode;
import no.avstemt.domain.journal.Voucher;
import no.avstemt.domain.time.Period;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Address;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.text.Texts;

/** By what a list of the journal is narrowed, as it stands in its address. What cannot be looked for is told. */
final class JournalFilter {

    static final Param<Optional<LocalDate>> FROM = Param.optional("date_from", ParamType.date());
    static final Param<Optional<LocalDate>> TO = Param.optional("date_to", ParamType.date());
    static final Param<String> TEXT = typed("search");
    static final Param<String> ACCOUNT = typed("account");
    static final Param<String> AMOUNT = typed("amount");
    static final Param<Optional<Source>> SOURCE = Param.optional("source", ParamType.choice(Source.BY_NAME));

    /** Where an entry comes from. */
    enum Source {
        MANUAL(Voucher.Kind.MANUAL),
        FILE(Voucher.Kind.IMPORTED_FILE),
        VIPPS(Voucher.Kind.VIPPS_SETTLEMENT, Voucher.Kind.VIPPS_SALES),
        OPENING(Voucher.Kind.OPENING_BALANCE),
        REVERSAL(Voucher.Kind.REVERSAL);

        private static final Map<String, Source> BY_NAME = new LinkedHashMap<>();

        static {
            for (Source source : values()) {
                BY_NAME.put(source.id(), source);
            }
        }

        private final Set<Voucher.Kind> kinds;

        Source(Voucher.Kind... kinds) {
            this.kinds = Set.of(kinds);
        }

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    final Faults faults = Faults.none();

    private final Request request;
    private final boolean ofDrafts;
    private final Search search;

    private JournalFilter(Request request, boolean ofDrafts) {
        this.request = request;
        this.ofDrafts = ofDrafts;
        Optional<String> text = Optional.of(given(TEXT)).filter(typed -> !typed.isEmpty());
        Set<Voucher.Kind> kinds = ofDrafts
                ? Set.of()
                : request.get(SOURCE).map(source -> source.kinds).orElse(Set.of());
        search = new Search(text, account(), amount(), kinds);
    }

    static JournalFilter ofPosted(Request request) {
        return new JournalFilter(request, false);
    }

    static JournalFilter ofDrafts(Request request) {
        return new JournalFilter(request, true);
    }

    private static Param<String> typed(String name) {
        return Param.withDefault(name, ParamType.anyText(200), "");
    }

    private String given(Param<String> param) {
        return request.get(param).strip();
    }

    private Optional<AccountCode> account() {
        String first = given(ACCOUNT).split("\\s", 2)[0];
        if (first.isEmpty()) {
            return Optional.empty();
        }
        if (!AccountCode.isCode(first)) {
            faults.add(ACCOUNT.name(), request.texts().get("entries-written.noAccount", given(ACCOUNT)));
            return Optional.empty();
        }
        return Optional.of(new AccountCode(first));
    }

    private Optional<Long> amount() {
        String typed = given(AMOUNT);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Optional<Long> amount = TypedAmount.minor(typed.replaceFirst("^[-\u2212]", ""));
        if (amount.isEmpty()) {
            faults.add(AMOUNT.name(), request.texts().get("entry-form.noAmount", typed));
        }
        return amount;
    }

    Wanted wanted() {
        return new Wanted(days(), Optional.empty(), Optional.of(ofDrafts), search);
    }

    /** In their order, whichever was given as the first. */
    private Period days() {
        LocalDate from = request.get(FROM).orElse(Period.EVER.first());
        LocalDate to = request.get(TO).orElse(Period.EVER.last());
        return to.isBefore(from) ? new Period(to, from) : new Period(from, to);
    }

    boolean isNarrowed() {
        return !wanted().isAllOfTheDays() || !days().equals(Period.EVER);
    }

    /** The same list. */
    Address on(Address list) {
        Address address = list;
        for (Param<String> param : List.of(TEXT, ACCOUNT, AMOUNT)) {
            address = given(param).isEmpty() ? address : address.with(param.name(), given(param));
        }
        Optional<Source> source = ofDrafts ? Optional.empty() : request.get(SOURCE);
        if (source.isPresent()) {
            address = address.with(SOURCE.name(), source.get().id());
        }
        for (Param<Optional<LocalDate>> param : List.of(FROM, TO)) {
            Optional<LocalDate> day = request.get(param);
            address = day.isEmpty() ? address : address.with(param.name(), day.get());
        }
        return address;
    }

    WrittenPage.Filter view(String action, Address all) {
        Texts texts = request.texts();
        List<Field> fields = new ArrayList<>();
        fields.add(field(TEXT, "entries-written.search", given(TEXT)).as("search"));
        fields.add(field(ACCOUNT, "entry-form.account", given(ACCOUNT)));
        fields.add(field(AMOUNT, "entries-written.amount", given(AMOUNT)));
        fields.add(field(FROM, "entries-written.from", day(FROM)).as("date"));
        fields.add(field(TO, "entries-written.to", day(TO)).as("date"));
        return new WrittenPage.Filter(
                action,
                fields,
                ofDrafts ? List.of() : List.of(sources(texts)),
                isNarrowed() || faults.any() ? all.toString() : "");
    }

    private Field field(Param<?> param, String key, String value) {
        return Field.text(param.name(), request.texts().get(key), value, faults);
    }

    private String day(Param<Optional<LocalDate>> param) {
        return request.get(param).map(LocalDate::toString).orElse("");
    }

    private Choice sources(Texts texts) {
        Optional<Source> chosen = request.get(SOURCE);
        List<Choice.Option> options = new ArrayList<>();
        options.add(new Choice.Option("", texts.get("entries-written.anySource"), chosen.isEmpty()));
        Arrays.stream(Source.values())
                .map(source -> new Choice.Option(
                        source.id(),
                        texts.get("entries-written.source." + source.id()),
                        chosen.equals(Optional.of(source))))
                .forEach(options::add);
        return Choice.of(SOURCE.name(), texts.get("entries-written.source"), options);
    }
}
