package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import app.lodge.core.texts.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words of the command line as values; each says what would have been right.
final class Values {

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,3})?");
    private static final Pattern CARD = Pattern.compile("([0-9]{1,12})-([0-9]{2,4})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

    private static final Pattern REQUEST = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private Values() {}

    /// @param holder and issue number as printed on the card, `0001234-02`
    record CardNumber(PersonId holder, int issue) {}

    static PersonId person(String field, String typed) {
        if (!NUMBER.matcher(typed).matches() || Long.parseLong(typed) == 0) {
            throw new WrongUsage("cli.person-number", field, shown(typed));
        }
        return new PersonId(Long.parseLong(typed));
    }

    static CardNumber card(String field, String typed) {
        var matcher = CARD.matcher(typed);
        if (!matcher.matches()) {
            throw new WrongUsage("cli.card-number", field, shown(typed));
        }
        return new CardNumber(
                new PersonId(Long.parseLong(matcher.group(1))), Integer.parseInt(matcher.group(2)));
    }

    /// An amount above zero with at most the currency's decimals; the decimal sign is a point.
    static Money amount(String field, String typed, Currency currency) {
        var digits = currency.getDefaultFractionDigits();
        if (!AMOUNT.matcher(typed).matches()) {
            throw new WrongUsage("cli.amount", field, shown(typed), digits);
        }
        var amount = new BigDecimal(typed);
        if (amount.signum() == 0 || amount.stripTrailingZeros().scale() > digits) {
            throw new WrongUsage("cli.amount", field, shown(typed), digits);
        }
        return new Money(amount.movePointRight(digits).longValueExact(), currency);
    }

    /// The same, or zero.
    static Money amountOrZero(String field, String typed, Currency currency) {
        return typed.matches("0+(\\.0+)?") ? Money.zero(currency) : amount(field, typed, currency);
    }

    /// An amount as {@link #amount} reads it.
    static String major(long minor, Currency currency) {
        return new Money(minor, currency).major().toPlainString();
    }

    /// A currency that there is money of, by its ISO 4217 code.
    static Currency currency(String field, String typed) {
        try {
            var known = Currency.getInstance(typed);
            if (known.getDefaultFractionDigits() >= 0) {
                return known;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for the currencies that are no money.
        }
        throw new WrongUsage("cli.site.currency", field, shown(typed));
    }

    static long number(String field, String typed) {
        if (!NUMBER.matcher(typed).matches()) {
            throw new WrongUsage("cli.whole-number", field, shown(typed));
        }
        return Long.parseLong(typed);
    }

    /// A day of the calendar, `2026-11-22`.
    static LocalDate day(String field, String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new WrongUsage("cli.day", field, shown(typed));
        }
    }

    /// A month of the calendar, `2026-11`.
    static YearMonth month(String field, String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeParseException e) {
            throw new WrongUsage("cli.month", field, shown(typed));
        }
    }

    /// The caller's own request id, so that a script may safely try again; made here when not given.
    static RequestId request(String field, String typed) {
        if (typed.isEmpty()) {
            return RequestId.fresh();
        }
        if (!REQUEST.matcher(typed).matches()) {
            throw new WrongUsage("cli.request", field, shown(typed));
        }
        return new RequestId(typed);
    }

    /// A constant by its kebab-cased name: `payment-point`.
    static <E extends Enum<E>> E choice(String field, String typed, Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(each -> kebab(each).equals(typed.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new WrongUsage(
                                "cli.choice",
                                field,
                                shown(typed),
                                Arrays.stream(choices.getEnumConstants())
                                        .map(Values::kebab)
                                        .collect(Collectors.joining(", "))));
    }

    /// `key=value` words in the order given; the last one wins.
    static Map<String, String> pairs(String field, List<String> typed) {
        var pairs = new LinkedHashMap<String, String>();
        for (var pair : typed) {
            var equals = pair.indexOf('=');
            if (equals < 1) {
                throw new WrongUsage("cli.key-value", field, shown(pair));
            }
            pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return pairs;
    }

    /// A language that Lodge speaks, by its IETF tag.
    static String language(String field, String typed) {
        var tags = Texts.LANGUAGES.stream().map(Locale::toLanguageTag).toList();
        if (!tags.contains(typed)) {
            throw new WrongUsage("cli.choice", field, shown(typed), String.join(", ", tags));
        }
        return typed;
    }

    static int count(String field, int typed, int least, int most) {
        if (typed < least || typed > most) {
            throw new WrongUsage("cli.count", field, typed, least, most);
        }
        return typed;
    }

    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What was typed, fit to be shown: short and without control characters.
    static String shown(String typed) {
        var plain = typed.codePoints().limit(81).toArray();
        var text = new StringBuilder();
        for (int i = 0; i < Math.min(plain.length, 80); i++) {
            text.appendCodePoint(Character.isISOControl(plain[i]) ? '�' : plain[i]);
        }
        return plain.length > 80 ? text + "…" : text.toString();
    }
}
