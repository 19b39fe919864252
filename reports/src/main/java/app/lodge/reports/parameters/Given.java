package app.lodge.reports.parameters;

import app.lodge.core.books.Problem;
import app.lodge.reports.parameters.ReportParameter.Need;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an order gave for a report's parameters, checked against their declaration.
public final class Given {

    private static final int LONGEST = 100; // characters
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final Map<String, String> values = new LinkedHashMap<>(); // in the order declared
    private final List<Problem> problems = new ArrayList<>();

    public Given(List<ReportParameter> declared, Map<String, String> given) {
        for (var parameter : declared) {
            var value = given.getOrDefault(parameter.name(), "").strip();
            if (!value.isEmpty()) {
                values.put(parameter.name(), value);
                check(parameter, value);
            } else if (parameter.need() == Need.REQUIRED) {
                add(parameter.name(), "", "reports.required");
            }
        }
        oneOfThese(declared);
        unknown(declared, given);
        var from = values.get("from");
        var until = values.get("until");
        if (problems.isEmpty() && from != null && until != null && from.compareTo(until) > 0) {
            add("until", until, "reports.until-before-from", from);
        }
    }

    /// What is wrong; ask for values only when nothing is.
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /// The values as given, stripped, in the order of the declaration.
    public Map<String, String> values() {
        return new LinkedHashMap<>(values);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public Optional<Long> number(String name) {
        return text(name).map(Long::valueOf);
    }

    public Optional<LocalDate> day(String name) {
        return text(name).map(LocalDate::parse);
    }

    private void check(ReportParameter parameter, String value) {
        var name = parameter.name();
        switch (parameter.type()) {
            case ACCOUNT, NUMBER, PERSON -> {
                if (!value.matches("[0-9]{1,18}")) {
                    add(name, value, "reports.not-a-number");
                }
            }
            case DAY -> {
                if (!sensible(value)) {
                    add(name, value, "reports.not-a-day", FIRST_DAY, LAST_DAY);
                }
            }
            case CHOICE -> {
                if (!parameter.choices().contains(value)) {
                    add(
                            name,
                            value,
                            "reports.not-a-choice",
                            String.join(", ", parameter.choices()));
                }
            }
            case DEVICE, TEXT -> {
                if (value.length() > LONGEST) {
                    add(name, value, "reports.too-long", LONGEST);
                }
            }
        }
    }

    private static boolean sensible(String value) {
        try {
            var day = LocalDate.parse(value);
            return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    private void oneOfThese(List<ReportParameter> declared) {
        var names =
                declared.stream()
                        .filter(parameter -> parameter.need() == Need.ONE_OF_THESE)
                        .map(ReportParameter::name)
                        .toList();
        var named = names.stream().filter(values::containsKey).toList();
        if (!names.isEmpty() && named.size() != 1) {
            var field = named.isEmpty() ? names.getFirst() : named.getLast();
            add(
                    field,
                    values.getOrDefault(field, ""),
                    "reports.one-of-these",
                    String.join(", ", names));
        }
    }

    private void unknown(List<ReportParameter> declared, Map<String, String> given) {
        var names = declared.stream().map(ReportParameter::name).toList();
        for (var name : given.keySet().stream().sorted().toList()) {
            if (!names.contains(name)) {
                add(name, name, "reports.unknown-parameter", String.join(", ", names));
            }
        }
    }

    private void add(String field, String value, String key, Object... arguments) {
        problems.add(Problem.of(field, value, key, arguments));
    }
}
