package app.lodge.personalization.layouts;

import app.lodge.personalization.layouts.model.TextStyle;
import java.awt.font.TextLayout;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Sets a text into a box: at the designed size on as many lines as the style allows, else smaller,
/// else cut with an ellipsis.
final class TextFit {

    /// Height of capitals and depth of descenders in Noto Sans, thousandths of the size.
    static final int CAPITALS = 714;

    static final int DESCENDERS = 240;

    /// Half a point.
    private static final int STEP = 5;

    private final CardFonts fonts;
    private final TextStyle style;
    private final double width;
    private final double height;
    private final Locale locale;

    /// @param width of the box in pixels
    /// @param height of the box in pixels
    TextFit(CardFonts fonts, TextStyle style, double width, double height, Locale locale) {
        this.fonts = fonts;
        this.style = style;
        this.width = width;
        this.height = height;
        this.locale = locale;
    }

    /// @param size chosen, tenths of a point
    /// @param cut whether something had to be left out
    record SetText(int size, List<TextLayout> lines, boolean cut) {}

    SetText fit(String text) {
        int size = style.size();
        while (true) {
            var lines = wrapped(text, size);
            if (lines.size() <= fitting(size) && lines.stream().allMatch(narrow(size))) {
                return set(size, lines, false);
            }
            if (size == style.smallest()) {
                return cut(lines, size);
            }
            size = Math.max(style.smallest(), size - STEP);
        }
    }

    private SetText cut(List<String> lines, int size) {
        int keep = Math.max(1, Math.min(lines.size(), fitting(size)));
        var kept = new ArrayList<>(lines.subList(0, keep));
        boolean whole = keep == lines.size();
        for (int i = 0; i < keep; i++) {
            boolean last = i == keep - 1;
            kept.set(i, ellipsed(kept.get(i), size, last && !whole));
        }
        return set(size, kept, true);
    }

    private String ellipsed(String line, int size, boolean always) {
        if (!always && narrow(size).test(line)) {
            return line;
        }
        int end = line.length();
        while (end > 1 && advance(line.substring(0, end).strip() + "…", size) > width) {
            end = line.offsetByCodePoints(end, -1);
        }
        return line.substring(0, end).strip() + "…";
    }

    private List<String> wrapped(String text, int size) {
        var lines = new ArrayList<String>();
        for (var paragraph : text.lines().toList()) {
            wrap(paragraph.strip(), size, lines);
        }
        return lines;
    }

    private void wrap(String paragraph, int size, List<String> lines) {
        var breaks = BreakIterator.getLineInstance(locale);
        breaks.setText(paragraph);
        int start = 0;
        int end = breaks.first();
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (end > start && advance(paragraph.substring(start, next).strip(), size) > width) {
                lines.add(paragraph.substring(start, end).strip());
                start = end;
            }
            end = next;
        }
        lines.add(paragraph.substring(start).strip());
    }

    private SetText set(int size, List<String> lines, boolean cut) {
        var layouts =
                lines.stream()
                        .filter(line -> !line.isEmpty())
                        .map(line -> fonts.line(line, style))
                        .toList();
        return new SetText(size, layouts, cut);
    }

    /// How many lines the style and the box's height allow.
    private int fitting(int size) {
        double em = Pixels.type(size);
        double rest = height - em * (CAPITALS + DESCENDERS) / 1000;
        int more = (int) Math.floor(rest / (em * style.leading() / 100) + 0.001);
        return Math.min(style.lines(), 1 + Math.max(0, more));
    }

    private Predicate<String> narrow(int size) {
        return line -> advance(line, size) <= width;
    }

    private double advance(String line, int size) {
        return line.isEmpty()
                ? 0
                : fonts.line(line, style).getAdvance() * Pixels.type(size) / CardFonts.UNITS;
    }
}
