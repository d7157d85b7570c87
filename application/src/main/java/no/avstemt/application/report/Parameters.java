package no.avstemt.application.report;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import no.avstemt.application.audit.AuditAction;
import no.avstemt.application.report.Parameter.Kind;
import no.avstemt.domain.dimension.DimensionType;

/** The parameters that reports share. */
public final class Parameters {

    public static final Parameter<LocalDate> DATE_FROM = day("date_from");
    public static final Parameter<LocalDate> DATE_TO = day("date_to");

    /** The day at whose end a balance is. */
    public static final Parameter<LocalDate> REPORT_DATE = day("report_date");

    /** Where a report need not begin or end. */
    public static final Parameter<Optional<LocalDate>> SINCE = openDay(DATE_FROM);

    public static final Parameter<Optional<LocalDate>> UNTIL = openDay(DATE_TO);

    /** None means all. A code that the chart does not have gives no rows. */
    public static final Parameter<Set<String>> ACCOUNT_CODES = codes("account_codes", Kind.ACCOUNT_CODES);

    /** None means all lines, with a tax code and without. */
    public static final Parameter<Set<String>> TAX_CODES = codes("tax_codes", Kind.TAX_CODES);

    public static final Parameter<DimensionFilter> DIMENSIONS = new Parameter<>(
            "dimensions",
            Kind.DIMENSIONS,
            List.of(),
            Optional.of(DimensionFilter.NONE),
            DimensionFilter::parse,
            DimensionFilter::toString);

    /** One that nobody has gives no rows. */
    public static final Parameter<Optional<Long>> BUSINESS_PARTNER_ID = new Parameter<>(
            "business_partner_id",
            Kind.ID,
            List.of(),
            Optional.of(Optional.empty()),
            text -> Optional.of(text)
                    .filter(digits -> digits.matches("[0-9]{1,18}"))
                    .map(Long::valueOf)
                    .filter(id -> id > 0)
                    .map(Optional::of),
            id -> id.map(String::valueOf).orElse(""));

    public static final Parameter<Boolean> INCLUDE_DRAFTS = flag("include_drafts", false);
    public static final Parameter<Boolean> INCLUDE_DIMENSIONS = flag("include_dimensions", true);
    public static final Parameter<Boolean> INCLUDE_ZERO_MOVEMENT = flag("include_zero_movement", true);

    public static final Parameter<Boolean> INCLUDE_RECONCILED = flag("include_reconciled", true);
    public static final Parameter<Boolean> INCLUDE_CANCELLED = flag("include_cancelled", true);

    public static final Parameter<Optional<String>> FREE_TEXT = new Parameter<>(
            "free_text",
            Kind.SEARCH,
            List.of(),
            Optional.of(Optional.empty()),
            Parameters::parseSearch,
            text -> text.orElse(""));

    /** A part of the name of who did something. */
    public static final Parameter<Optional<String>> USER = new Parameter<>(
            "user",
            Kind.SEARCH,
            List.of(),
            Optional.of(Optional.empty()),
            Parameters::parseSearch,
            text -> text.orElse(""));

    public static final Parameter<Optional<AuditAction>> ACTION = new Parameter<>(
            "action",
            Kind.CHOICE,
            Arrays.stream(AuditAction.values()).map(Parameters::code).toList(),
            Optional.of(Optional.empty()),
            text -> Arrays.stream(AuditAction.values())
                    .filter(action -> code(action).equals(text))
                    .findFirst()
                    .map(Optional::of),
            action -> action.map(Parameters::code).orElse(""));

    public static final Parameter<Optional<DimensionType>> GROUP_BY_DIMENSION = new Parameter<>(
            "group_by_dimension",
            Kind.DIMENSION_TYPE,
            Arrays.stream(DimensionType.values()).map(DimensionType::apiName).toList(),
            Optional.of(Optional.empty()),
            text -> DimensionType.of(text).map(Optional::of),
            type -> type.map(DimensionType::apiName).orElse(""));

    /** Not in the original API: what the figures stand beside. */
    public static final Parameter<Optional<Comparison>> COMPARE = new Parameter<>(
            "compare",
            Kind.CHOICE,
            Arrays.stream(Comparison.values()).map(Comparison::code).toList(),
            Optional.of(Optional.empty()),
            text -> Comparison.of(text).map(Optional::of),
            comparison -> comparison.map(Comparison::code).orElse(""));

    /** As far as pages are counted: past the end of every report. */
    public static final long LAST_PAGE = 1_000_000_000;

    public static final Parameter<Long> PAGE = number("page", Kind.PAGE, LAST_PAGE, 1);
    public static final Parameter<Long> PER_PAGE = number("per_page", Kind.PER_PAGE, 1000, 100);

    private static final DateTimeFormatter ISO_DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final int SHORTEST_SEARCH = 3;
    private static final int LONGEST_SEARCH = 200;

    private Parameters() {}

    private static String code(AuditAction action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    private static Parameter<LocalDate> day(String name) {
        return new Parameter<>(name, Kind.DAY, List.of(), Optional.empty(), Parameters::parseDay, LocalDate::toString);
    }

    private static Parameter<Optional<LocalDate>> openDay(Parameter<LocalDate> day) {
        return new Parameter<>(
                day.name(),
                day.kind(),
                List.of(),
                Optional.of(Optional.empty()),
                text -> parseDay(text).map(Optional::of),
                value -> value.map(LocalDate::toString).orElse(""));
    }

    private static Parameter<Set<String>> codes(String name, Kind kind) {
        return new Parameter<>(
                name,
                kind,
                List.of(),
                Optional.of(Set.of()),
                Parameters::parseCodes,
                codes -> String.join(",", new TreeSet<>(codes)));
    }

    private static Parameter<Long> number(String name, Kind kind, long most, long whenMissing) {
        Function<String, Optional<Long>> parse = text -> Optional.of(text)
                .filter(digits -> digits.matches("[0-9]{1,10}"))
                .map(Long::valueOf)
                .filter(number -> 1 <= number && number <= most);
        return new Parameter<>(name, kind, List.of(), Optional.of(whenMissing), parse, String::valueOf);
    }

    private static Parameter<Boolean> flag(String name, boolean whenMissing) {
        Function<String, Optional<Boolean>> parse = text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
        return new Parameter<>(
                name, Kind.FLAG, List.of("true", "false"), Optional.of(whenMissing), parse, String::valueOf);
    }

    private static Optional<LocalDate> parseDay(String text) {
        try {
            return Optional.of(LocalDate.parse(text, ISO_DAY))
                    .filter(day -> day.getYear() >= 1900 && day.getYear() < 2200);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Set<String>> parseCodes(String text) {
        Set<String> codes = new TreeSet<>();
        for (String code : text.split(",", -1)) {
            if (!code.strip().matches("[0-9A-Za-z]{1,20}")) {
                return Optional.empty();
            }
            codes.add(code.strip());
        }
        return Optional.of(codes);
    }

    /** As one would type it: composed characters, no blanks around it. */
    private static Optional<Optional<String>> parseSearch(String text) {
        String search = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        boolean allowed = search.codePointCount(0, search.length()) >= SHORTEST_SEARCH
                && search.length() <= LONGEST_SEARCH
                && search.codePoints().noneMatch(Character::isISOControl);
        return allowed ? Optional.of(Optional.of(search)) : Optional.empty();
    }
}
