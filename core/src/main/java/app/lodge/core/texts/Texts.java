package app.lodge.core.texts;

import app.lodge.core.books.Problem;
import app.lodge.core.money.Money;
import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// The sentences of one language, from every module's bundle, and how that language writes money,
/// dates and times.
///
/// Bundles are `app/lodge/<module>/texts_<language>.properties` in UTF-8; patterns are ICU messages.
/// A key without a text is a broken promise and says so.
public final class Texts {

    public static final List<Locale> LANGUAGES =
            List.of(
                    Locale.ENGLISH,
                    Locale.GERMAN,
                    Locale.FRENCH,
                    Locale.of("hr"),
                    Locale.of("pl"),
                    Locale.SIMPLIFIED_CHINESE);

    private static final List<String> MODULES =
            List.of("core", "personalization", "reports", "bridge", "desktop");

    private final Locale locale;
    private final Map<String, String> patterns = new HashMap<>();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    /// @param locale a language without a bundle falls back to English
    public Texts(Locale locale) {
        this.locale = locale;
        for (var module : MODULES) {
            read(module, "en");
            if (!locale.getLanguage().equals("en")) {
                read(module, locale.getLanguage());
            }
        }
    }

    public Locale locale() {
        return locale;
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    /// @param arguments for {0}, {1} …; a single map gives named arguments
    /// @throws IllegalArgumentException if no bundle has the key
    public String get(String key, Object... arguments) {
        var pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException(
                    "No text for '%s' in any bundle of %s".formatted(key, locale));
        }
        var format = formats.computeIfAbsent(key, _ -> new MessageFormat(pattern, locale));
        synchronized (format) {
            return arguments.length == 1 && arguments[0] instanceof Map<?, ?> named
                    ? format.format(named)
                    : format.format(arguments);
        }
    }

    /// The sentence for a case of an enum or sealed interface: `prefix.kebab-case-name`.
    public String name(String prefix, Object constant) {
        return get(prefix + "." + kebab(constant));
    }

    /// What is wrong and what would be right; {0} is the value that was given.
    public String problem(Problem problem) {
        var arguments = new Object[problem.arguments().size() + 1];
        arguments[0] = problem.value();
        for (var i = 1; i < arguments.length; i++) {
            arguments[i] = problem.arguments().get(i - 1);
        }
        return get(problem.key(), arguments);
    }

    public String money(Money money) {
        var format = NumberFormat.getCurrencyInstance(country());
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(money.currency().getDefaultFractionDigits());
        return format.format(money.major());
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(country()).format(number);
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(country())
                .format(date);
    }

    public String date(Instant instant, ZoneId zone) {
        return date(instant.atZone(zone).toLocalDate());
    }

    /// Date and time to the second, in the site's zone.
    public String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(country())
                .format(instant.atZone(zone));
    }

    public static String kebab(Object constant) {
        return switch (constant) {
            case Enum<?> value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-');
            case Class<?> type -> kebab(type.getSimpleName());
            case String name -> kebab(name);
            default -> kebab(constant.getClass().getSimpleName());
        };
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /// A language alone has no money or date habits in the JDK; its first country stands for it.
    private Locale country() {
        return switch (locale.toLanguageTag()) {
            case "en" -> Locale.UK;
            case "de" -> Locale.GERMANY;
            case "fr" -> Locale.FRANCE;
            case "hr" -> Locale.of("hr", "HR");
            case "pl" -> Locale.of("pl", "PL");
            default -> locale;
        };
    }

    private void read(String module, String language) {
        var name = "app/lodge/" + module + "/texts_" + language + ".properties";
        try (var stream = Texts.class.getClassLoader().getResourceAsStream(name)) {
            if (stream == null) {
                return;
            }
            var bundle = new Properties();
            bundle.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            bundle.forEach((key, text) -> patterns.put((String) key, (String) text));
        } catch (IOException e) {
            throw new UncheckedIOException("Texts in " + name + " could not be read", e);
        }
    }
}
