package app.lodge.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Words and icons stand out from what is behind them as WCAG 2.2 wants it, in both themes: computed from
/// the style sheets, rule by rule.
@Tag("ID-49")
class ContrastTest {

    private static final double WORDS = 4.5;
    private static final double ICONS = 3;

    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern VALUE = Pattern.compile("(-[\\w-]+)\\s*:\\s*([^;]+);");
    private static final Pattern WITHIN = Pattern.compile("[ >]+\\.(ikonli-font-icon|label)$");

    private record Rule(String selector, Map<String, String> values) {}

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void wordsAndIconsStandOut(boolean dark) throws Exception {
        var variables = variables(dark);
        var rules = rules(css("/app/lodge/desktop/shell/lodge.css"));
        var faults = new TreeSet<String>();
        int looked = 0;
        for (var rule : rules) {
            looked +=
                    look(rule, "-fx-text-fill", WORDS, rules, variables, faults)
                            + look(rule, "-fx-prompt-text-fill", WORDS, rules, variables, faults)
                            + look(rule, "-fx-icon-color", ICONS, rules, variables, faults);
        }
        assertThat(faults).isEmpty();
        assertThat(looked).isGreaterThan(50);
    }

    @Test
    void theRatioIsThatOfTheStandard() {
        assertThat(ratio(Color.BLACK, Color.WHITE)).isEqualTo(21);
        assertThat(ratio(Color.web("#767676"), Color.WHITE)).isBetween(4.5, 4.6);
        assertThat(ratio(Color.web("#777777"), Color.WHITE)).isLessThan(4.5);
        assertThat(over(Color.rgb(0, 0, 0, 0.5), Color.WHITE).getRed()).isBetween(0.49, 0.51);
    }

    /// @return how many pairs were looked at
    private static int look(
            Rule rule,
            String property,
            double wanted,
            List<Rule> rules,
            Map<String, String> variables,
            TreeSet<String> faults) {
        var ink = color(rule.values().get(property), variables);
        if (ink == null) {
            return 0;
        }
        var grounds = grounds(rule, rules, variables);
        for (var ground : grounds) {
            double ratio = ratio(over(ink, ground), ground);
            if (ratio < wanted) {
                faults.add(
                        "%s %s %s on %s: %.2f, wanted %.1f"
                                .formatted(
                                        rule.selector(),
                                        property,
                                        rule.values().get(property),
                                        ground,
                                        ratio,
                                        wanted));
            }
        }
        return grounds.size();
    }

    /// What may be behind: the background of the rule or of what it stands in, on a page and on a panel.
    private static List<Color> grounds(Rule rule, List<Rule> rules, Map<String, String> variables) {
        var holder = WITHIN.matcher(rule.selector()).replaceFirst("");
        if (holder.equals(".button.accent")) { // painted by the theme
            return List.of(known("-color-accent-emphasis", variables));
        }
        List<Color> base =
                List.of(known("-lodge-page", variables), known("-lodge-panel", variables));
        List<Color> grounds = new ArrayList<>();
        for (var other : rules) {
            var own = color(other.values().get("-fx-background-color"), variables);
            boolean holds = !other.selector().startsWith(".dot.");
            if (own != null && holds && other.selector().endsWith(holder)) {
                base.forEach(beneath -> grounds.add(over(own, beneath)));
            }
        }
        return grounds.isEmpty() ? base : grounds.stream().distinct().toList();
    }

    private static Color known(String name, Map<String, String> variables) {
        var color = color(name, variables);
        if (color == null) {
            throw new AssertionError("No colour " + name);
        }
        return color;
    }

    private static @Nullable Color color(@Nullable String value, Map<String, String> variables) {
        if (value == null) {
            return null;
        }
        var layers = value.split(",(?![^(]*\\))");
        var last = layers[layers.length - 1].strip();
        for (int depth = 0; last.startsWith("-") && depth < 10; depth++) {
            last = variables.getOrDefault(last, "none").strip();
        }
        return last.equals("transparent") || last.equals("none") || last.contains("null")
                ? null
                : Color.web(last);
    }

    private static Map<String, String> variables(boolean dark) throws IOException {
        var theme =
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet();
        var found = new TreeMap<String, String>();
        for (var rule : rules(css(theme))) {
            if (rule.selector().equals(".root")) {
                found.putAll(rule.values());
            }
        }
        for (var rule : rules(css("/app/lodge/desktop/shell/lodge.css"))) {
            if (rule.selector().equals(".root") || dark && rule.selector().equals(".root.dark")) {
                found.putAll(rule.values());
            }
        }
        return found;
    }

    private static List<Rule> rules(String css) {
        List<Rule> rules = new ArrayList<>();
        var found = RULE.matcher(css.replaceAll("(?s)/\\*.*?\\*/", ""));
        while (found.find()) {
            var values = new TreeMap<String, String>();
            VALUE.matcher(found.group(2) + ";")
                    .results()
                    .forEach(value -> values.put(value.group(1), value.group(2)));
            Arrays.stream(found.group(1).split(","))
                    .map(selector -> selector.strip().replaceAll("\\s+", " "))
                    .forEach(selector -> rules.add(new Rule(selector, values)));
        }
        return rules;
    }

    private static String css(String resource) throws IOException {
        try (var in = ContrastTest.class.getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Color over(Color ink, Color ground) {
        return ground.interpolate(
                Color.color(ink.getRed(), ink.getGreen(), ink.getBlue()), ink.getOpacity());
    }

    private static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
