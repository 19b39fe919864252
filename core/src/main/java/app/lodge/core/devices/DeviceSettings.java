package app.lodge.core.devices;

import static app.lodge.core.devices.ConfigField.Type.CHOICE;
import static app.lodge.core.devices.ConfigField.Type.NUMBER;
import static app.lodge.core.devices.ConfigField.Type.SWITCH;
import static app.lodge.core.devices.ConfigField.Type.TEXT;

import app.lodge.core.books.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The settings of each kind of device, each declared once.
final class DeviceSettings {

    static final String COMPARTMENTS = "compartments";

    private static final int LONGEST_TEXT = 40;

    private static final ConfigField ASK_TIMEOUT = number("ask.timeout", 3, "s", 1, 30);

    private static final List<ConfigField> PAYMENT_POINT =
            List.of(
                    choice(
                            "point.type",
                            "till",
                            "canteen",
                            "vending-machine",
                            "drinks-machine",
                            "turnstile",
                            "printer",
                            "copier",
                            "bicycle-garage",
                            "locker",
                            "other"),
                    text("display.text", "Please present your card"),
                    number("amount.maximum", 20_000, "minor", 1, 1_000_000),
                    ASK_TIMEOUT,
                    choice("offline.rule", "refuse", "limit"),
                    number("offline.limit", 1_000, "minor", 0, 100_000),
                    text("tax.code", ""),
                    choice("purse.classic", "refuse", "allow"),
                    choice("operator.check", "none", "card", "card-and-pin"));

    /// What it hands out, if equipped (ID-31).
    private static final ConfigField PAYOUT =
            choice("payout", "none", "coins", "notes", "coins-and-notes");

    /// Without the bridge it takes no cash, or up to the limit from one holder.
    private static final List<ConfigField> KIOSK =
            List.of(
                    text("display.text", "Please present your card"),
                    number("amount.maximum", 20_000, "minor", 1, 1_000_000),
                    PAYOUT,
                    ASK_TIMEOUT,
                    choice("offline.rule", "refuse", "limit"),
                    number("offline.limit", 1_000, "minor", 0, 100_000));

    private static final List<ConfigField> PHONE =
            Stream.concat(PAYMENT_POINT.stream(), Stream.of(PAYOUT)).toList();

    /// Its dual reader takes all kinds until some are switched off, and asks for no PIN until it is to
    /// (LOCK-28).
    private static final List<ConfigField> LOCKER_CABINET =
            Stream.concat(
                            Stream.of(
                                    number(COMPARTMENTS, 12, "count", 1, 500),
                                    number("open.seconds", 5, "s", 1, 60),
                                    ASK_TIMEOUT,
                                    choice("offline.rule", "list", "refuse"),
                                    choice(
                                            IdentifyBy.SETTING,
                                            IdentifyBy.words().toArray(String[]::new)),
                                    number("pin.tries", 3, "", 2, 10),
                                    number("pin.pause", 300, "s", 10, 3_600)),
                            Arrays.stream(ReaderMedium.values())
                                    .map(medium -> switchedOn(medium.setting())))
                    .toList();

    /// Inputs and the output count from 0 at the reader; -1 would be none and is written as 99.
    private static final List<ConfigField> DOOR =
            List.of(
                    text("line", ""),
                    number("reader.address", 0, "", 0, 126),
                    choice("reader.secure", "required", "if-able"),
                    choice("card.format", "uid", "uid-reversed"),
                    number("strike.output", 0, "", 0, 15),
                    number("strike.seconds", 4, "s", 1, 60),
                    number("contact.input", 99, "", 0, 99),
                    number("exit.input", 99, "", 0, 99),
                    number("held.seconds", 30, "s", 5, 600),
                    choice("offline.rule", "list", "refuse"));

    /// Who deposits there stands in its list, so it needs no rule for the time without the bridge (SAFE-12).
    private static final List<ConfigField> SAFE =
            List.of(
                    text("display.text", "Please present your card"),
                    choice("screen.language", "en", "de", "fr", "hr", "pl", "zh"),
                    number("amount.maximum", 1_000_000, "minor", 1, 100_000_000),
                    number("cassette.pieces", 4_000, "count", 10, 20_000),
                    number("cassette.value", 20_000_000, "minor", 1, 1_000_000_000),
                    number("cassette.warning", 80, "percent", 1, 100),
                    number("cassette.alarm", 95, "percent", 1, 100));

    private DeviceSettings() {}

    static List<ConfigField> of(DeviceKind kind) {
        return switch (kind) {
            case PAYMENT_POINT -> PAYMENT_POINT;
            case KIOSK -> KIOSK;
            case PHONE -> PHONE;
            case LOCKER_CABINET -> LOCKER_CABINET;
            case DOOR -> DOOR;
            case SAFE -> SAFE;
            case PORTAL -> List.of();
        };
    }

    static Map<String, String> defaults(DeviceKind kind) {
        var config = new TreeMap<String, String>();
        of(kind).forEach(field -> config.put(field.key(), field.defaultValue()));
        return config;
    }

    static List<Problem> check(DeviceKind kind, Map<String, String> changes) {
        var problems = new ArrayList<Problem>();
        var fields = of(kind);
        new TreeMap<>(changes)
                .forEach((key, value) ->
                        fields.stream()
                                .filter(field -> field.key().equals(key))
                                .findFirst()
                                .ifPresentOrElse(
                                        field -> check(field, value, problems),
                                        () ->
                                                problems.add(
                                                        Problem.of(
                                                                key,
                                                                value,
                                                                "devices.setting-unknown",
                                                                key,
                                                                String.join(", ", keys(fields))))));
        return problems;
    }

    static List<String> keys(DeviceKind kind) {
        return keys(of(kind));
    }

    private static List<String> keys(List<ConfigField> fields) {
        return fields.stream().map(ConfigField::key).toList();
    }

    private static void check(ConfigField field, String value, List<Problem> problems) {
        switch (field.type()) {
            case NUMBER -> {
                if (!value.matches("[0-9]{1,12}")
                        || Long.parseLong(value) < field.minimum()
                        || Long.parseLong(value) > field.maximum()) {
                    problems.add(
                            Problem.of(
                                    field.key(),
                                    value,
                                    "devices.setting-out-of-range",
                                    field.key(),
                                    field.minimum(),
                                    field.maximum()));
                }
            }
            case CHOICE -> {
                if (!field.choices().contains(value)) {
                    problems.add(
                            Problem.of(
                                    field.key(),
                                    value,
                                    "devices.setting-not-a-choice",
                                    field.key(),
                                    String.join(", ", field.choices())));
                }
            }
            case SWITCH -> {
                if (!List.of("true", "false").contains(value)) {
                    problems.add(
                            Problem.of(
                                    field.key(),
                                    value,
                                    "devices.setting-not-a-choice",
                                    field.key(),
                                    "true, false"));
                }
            }
            case TEXT -> {
                if (value.length() > field.maximum()
                        || value.chars().anyMatch(Character::isISOControl)) {
                    problems.add(
                            Problem.of(
                                    field.key(),
                                    value,
                                    "devices.setting-too-long",
                                    field.key(),
                                    field.maximum()));
                }
            }
        }
    }

    private static ConfigField number(
            String key, long preset, String unit, long minimum, long maximum) {
        return new ConfigField(
                key, NUMBER, String.valueOf(preset), unit, minimum, maximum, List.of());
    }

    private static ConfigField choice(String key, String... choices) {
        return new ConfigField(key, CHOICE, choices[0], "", 0, 0, List.of(choices));
    }

    private static ConfigField switchedOn(String key) {
        return new ConfigField(key, SWITCH, "true", "", 0, 0, List.of());
    }

    private static ConfigField text(String key, String preset) {
        return new ConfigField(key, TEXT, preset, "", 0, LONGEST_TEXT, List.of());
    }
}
