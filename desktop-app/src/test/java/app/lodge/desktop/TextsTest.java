package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Permission;
import app.lodge.core.texts.Texts;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The bundles of all modules: complete, in agreement, and used.
class TextsTest {

    private static final List<String> MODULES =
            List.of("core", "personalization", "reports", "bridge", "desktop");
    private static final List<Locale> LANGUAGES = Texts.LANGUAGES;

    /// Looks like a key; the names of files do so, too, but end otherwise.
    private static final Pattern LITERAL =
            Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-zA-Z0-9-]+)+)(?<!\\.pdf|\\.txt)\"");

    private static final Pattern START =
            Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*)[.-]?\"");

    /// First words of keys that the desktop uses.
    private static final Set<String> FEATURES =
            Set.of(
                    "people",
                    "person",
                    "photo",
                    "carddesk",
                    "issue",
                    "jobs",
                    "block",
                    "accounts",
                    "approvals",
                    "cash-closing",
                    "bag-count",
                    "cash-count",
                    "kiosks",
                    "pay-out-rules",
                    "cash-desk",
                    "cash-transit",
                    "pay-out",
                    "second-person",
                    "top-up",
                    "devices",
                    "journal",
                    "conservation",
                    "search",
                    "start",
                    "welcome",
                    "sign-in",
                    "status",
                    "failure",
                    "station",
                    "action",
                    "notice",
                    "amount",
                    "assign",
                    "receipt",
                    "block-account",
                    "bookkeeping",
                    "dormant",
                    "filter",
                    "limits",
                    "months",
                    "move",
                    "posting",
                    "privacy",
                    "rules");

    /// Its help pages find their texts by the command's path.
    private static final String COMMAND_LINE = "commandline";

    @Test
    void everyLanguageHasTheSameKeys() throws IOException {
        for (var module : MODULES) {
            var english = bundle(module, Locale.ENGLISH).stringPropertyNames();
            for (var language : LANGUAGES) {
                assertThat(bundle(module, language).stringPropertyNames())
                        .as(module + " in " + language)
                        .containsExactlyInAnyOrderElementsOf(english);
            }
        }
    }

    @Test
    void placeholdersAgreeAndPatternsAreReadable() throws IOException {
        for (var module : MODULES) {
            var english = bundle(module, Locale.ENGLISH);
            for (var language : LANGUAGES) {
                var other = bundle(module, language);
                for (var key : english.stringPropertyNames()) {
                    assertThat(arguments(other.getProperty(key), language))
                            .as(module + " " + key + " in " + language)
                            .isEqualTo(arguments(english.getProperty(key), Locale.ENGLISH));
                }
            }
        }
    }

    /// Polish needs four forms, Croatian three, Chinese one; a missing form reads wrong only for
    /// some numbers.
    @Test
    void everyCountHasTheFormsOfItsLanguage() throws IOException {
        for (var language : LANGUAGES) {
            var needed = formsOf(language);
            for (var module : MODULES) {
                bundle(module, language)
                        .forEach((key, pattern) ->
                                assertThat(countedForms((String) pattern))
                                        .as(key + " in " + language)
                                        .allSatisfy(
                                                forms -> assertThat(forms).containsAll(needed)));
            }
        }
    }

    /// An apostrophe quotes in a pattern; people see ’.
    @Test
    void noTextHasAnApostropheThatQuotes() throws IOException {
        for (var language : LANGUAGES) {
            for (var module : MODULES) {
                bundle(module, language)
                        .forEach((key, pattern) ->
                                assertThat((String) pattern)
                                        .as(key + " in " + language)
                                        .doesNotContain("'"));
            }
        }
    }

    @Test
    void noKeyStandsInTwoBundles() throws IOException {
        var seen = new TreeMap<String, String>();
        var twice = new ArrayList<String>();
        for (var module : MODULES) {
            for (var key : bundle(module, Locale.ENGLISH).stringPropertyNames()) {
                var before = seen.put(key, module);
                if (before != null) {
                    twice.add(key + " in " + before + " and " + module);
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void everyPermissionHasWords() throws IOException {
        var desktop = bundle("desktop", Locale.ENGLISH).stringPropertyNames();
        for (var permission : Permission.values()) {
            assertThat(desktop).contains("permission." + Texts.kebab(permission));
        }
    }

    @Test
    void everyKeyInTheDesktopsCodeHasAText() throws IOException {
        var known = new TreeSet<String>();
        for (var module : MODULES) {
            known.addAll(bundle(module, Locale.ENGLISH).stringPropertyNames());
        }
        var missing = new TreeSet<String>();
        var literals = LITERAL.matcher(code(COMMAND_LINE));
        while (literals.find()) {
            var key = literals.group(1);
            var feature = key.substring(0, key.indexOf('.'));
            boolean beginning = known.stream().anyMatch(each -> each.startsWith(key + "."));
            if (FEATURES.contains(feature) && !known.contains(key) && !beginning) {
                missing.add(key);
            }
        }
        assertThat(missing).isEmpty();
    }

    /// A key is used if it, or what it begins with, stands in the code.
    @Test
    void noTextOfTheDesktopIsUnused() throws IOException {
        var used = new TreeSet<String>();
        var starts = START.matcher(code("nothing left out"));
        while (starts.find()) {
            used.add(starts.group(1).replaceFirst("[.-]$", ""));
        }
        var unused = new TreeSet<String>();
        for (var key : withoutCommandLine(bundle("desktop", Locale.ENGLISH))) {
            if (!used(key, used)) {
                unused.add(key);
            }
        }
        assertThat(unused).isEmpty();
    }

    /// The command line asks for its texts by names that it puts together.
    private static Set<String> withoutCommandLine(Properties bundle) {
        return bundle.stringPropertyNames().stream()
                .filter(key -> !key.startsWith("cli.") && !key.startsWith("help."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean used(String key, Set<String> used) {
        for (var at = key; !at.isEmpty(); at = shorter(at)) {
            if (used.contains(at)) {
                return true;
            }
        }
        return false;
    }

    private static String shorter(String key) {
        int end = Math.max(key.lastIndexOf('.'), key.lastIndexOf('-'));
        return end < 0 ? "" : key.substring(0, end);
    }

    private static Set<String> arguments(String pattern, Locale language) {
        assertThat(pattern).isNotNull();
        return new TreeSet<>(new MessageFormat(pattern, language).getArgumentNames());
    }

    /// Forms that whole numbers take, by the language's own plural rules.
    private static Set<String> formsOf(Locale language) {
        var rules = PluralRules.forLocale(language);
        var forms = new TreeSet<>(Set.of(PluralRules.KEYWORD_OTHER));
        IntStream.range(0, 1_000).mapToObj(rules::select).forEach(forms::add);
        return forms;
    }

    /// For each count in the pattern, the forms it is written out for.
    private static List<Set<String>> countedForms(String pattern) {
        var parts = new MessagePattern(pattern);
        var all = new ArrayList<Set<String>>();
        for (int start = 0; start < parts.countParts(); start++) {
            if (parts.getPart(start).getArgType() == MessagePattern.ArgType.PLURAL
                    && parts.getPartType(start) == MessagePattern.Part.Type.ARG_START) {
                all.add(selectors(parts, start));
            }
        }
        return all;
    }

    private static Set<String> selectors(MessagePattern parts, int start) {
        var forms = new TreeSet<String>();
        for (int at = start + 1; at < parts.getLimitPartIndex(start); at++) {
            switch (parts.getPartType(at)) {
                case ARG_SELECTOR -> forms.add(parts.getSubstring(parts.getPart(at)));
                case MSG_START -> at = parts.getLimitPartIndex(at);
                default -> {}
            }
        }
        return forms;
    }

    private static Properties bundle(String module, Locale language) throws IOException {
        var bundle = new Properties();
        var name = "/app/lodge/%s/texts_%s.properties".formatted(module, language.getLanguage());
        try (var stream = TextsTest.class.getResourceAsStream(name)) {
            if (stream != null) {
                bundle.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
        }
        return bundle;
    }

    private static String code(String leftOut) throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java"))
                            .filter(each -> !each.toString().contains(leftOut))
                            .toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
