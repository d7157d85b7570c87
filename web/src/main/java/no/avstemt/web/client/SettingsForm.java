package no.avstemt.web.client;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import no.avstemt.application.access.Language;
import no.avstemt.application.client.ChangeClient.Wanted;
import no.avstemt.domain.client.ClientAccount;
import no.avstemt.domain.client.VatRegistration;
import no.avstemt.domain.time.FiscalYear;
import no.avstemt.domain.time.VatTerm;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.ParamType;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Faults;
import no.avstemt.web.text.Texts;

/** The settings of a client account, as typed. */
record SettingsForm(
        String name,
        Language language,
        boolean vat,
        String vatFrom,
        String vatTo,
        VatTerm vatTerm,
        String startDate,
        int fiscalYearStart,
        String disputeDays) {

    static final Param<String> NAME = typed("name");
    static final Param<Language> LANGUAGE = Param.withDefault(
                    "books_language",
                    ParamType.choice(ParamType.byName(List.of(Language.values()), Language::tag)),
                    "nb")
            .inForm();
    static final Param<Boolean> VAT =
            Param.withDefault("vat_registered", ParamType.flag(), "true").inForm();
    static final Param<String> VAT_FROM = typed("vat_from");
    static final Param<String> VAT_TO = typed("vat_to");
    static final Param<VatTerm> VAT_TERM = Param.withDefault(
                    "vat_term",
                    ParamType.choice(ParamType.byName(List.of(VatTerm.values()), VatTerm::name)),
                    VatTerm.TWO_MONTHS.name())
            .inForm();
    static final Param<String> START = typed("start_date");
    static final Param<Long> FISCAL_YEAR_START =
            Param.withDefault("fiscal_year_start", ParamType.number(1, 12), "1").inForm();

    static final Param<String> DISPUTE_DAYS = typed("dispute_days");

    static final int FIRST_YEAR = 2000;

    private static final int LONGEST_NAME = 200;
    private static final Pattern DAYS = Pattern.compile("[0-9]{1,3}");

    static Param<?>[] params() {
        return new Param<?>[] {NAME, LANGUAGE, VAT, VAT_FROM, VAT_TO, VAT_TERM, START, FISCAL_YEAR_START, DISPUTE_DAYS};
    }

    private static Param<String> typed(String name) {
        return Param.withDefault(name, ParamType.anyText(1_000), "").inForm();
    }

    static SettingsForm of(ClientAccount account) {
        return new SettingsForm(
                account.name(),
                Language.ofTag(account.language()).orElse(Language.NORWEGIAN),
                account.vat().registered(),
                account.vat().from().map(LocalDate::toString).orElse(""),
                account.vat().to().map(LocalDate::toString).orElse(""),
                account.vat().term(),
                account.startDate().toString(),
                account.fiscalYear().firstMonth(),
                Integer.toString(account.disputeDays()));
    }

    static SettingsForm of(Request request) {
        return new SettingsForm(
                request.get(NAME).strip(),
                request.get(LANGUAGE),
                request.get(VAT),
                request.get(VAT_FROM).strip(),
                request.get(VAT_TO).strip(),
                request.get(VAT_TERM),
                request.get(START).strip(),
                Math.toIntExact(request.get(FISCAL_YEAR_START)),
                request.get(DISPUTE_DAYS).strip());
    }

    Faults faults(Texts texts) {
        Faults faults = Faults.none();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            faults.add(NAME.name(), texts.get("onboarding.name.fault", Integer.toString(LONGEST_NAME)));
        }
        if (day(startDate).filter(day -> day.getYear() >= FIRST_YEAR).isEmpty()) {
            faults.add(START.name(), texts.get("onboarding.startDate.fault"));
        }
        for (Map.Entry<String, String> date :
                Map.of(VAT_FROM.name(), vatFrom, VAT_TO.name(), vatTo).entrySet()) {
            if (!date.getValue().isEmpty() && day(date.getValue()).isEmpty()) {
                faults.add(date.getKey(), texts.get("onboarding.date.fault"));
            }
        }
        Optional<LocalDate> from = day(vatFrom);
        if (from.isPresent() && day(vatTo).filter(from.get()::isAfter).isPresent()) {
            faults.add(VAT_TO.name(), texts.get("onboarding.vatTo.fault"));
        }
        if (days().isEmpty()) {
            faults.add(
                    DISPUTE_DAYS.name(),
                    texts.get("settings.disputeDays.fault", Integer.toString(ClientAccount.MOST_DISPUTE_DAYS)));
        }
        return faults;
    }

    private Optional<Integer> days() {
        return Optional.of(disputeDays)
                .filter(typed -> DAYS.matcher(typed).matches())
                .map(Integer::valueOf)
                .filter(days -> days >= 1 && days <= ClientAccount.MOST_DISPUTE_DAYS);
    }

    /** Of a form without faults. */
    Wanted wanted() {
        return new Wanted(
                name,
                language.tag(),
                day(startDate).orElseThrow(),
                vat ? new VatRegistration(true, day(vatFrom), day(vatTo), vatTerm) : VatRegistration.NONE,
                new FiscalYear(fiscalYearStart),
                days().orElseThrow());
    }

    private static Optional<LocalDate> day(String text) {
        return ParamType.date().parse().apply(text);
    }
}
