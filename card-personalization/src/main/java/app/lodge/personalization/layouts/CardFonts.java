package app.lodge.personalization.layouts;

import app.lodge.core.texts.BundledFont;
import app.lodge.personalization.layouts.model.TextStyle;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.EnumMap;
import java.util.Map;

/// The bundled fonts, and lines of text set in them. Characters that Noto Sans lacks come from its
/// Chinese sister. Lines are measured at 1,000 units to the em, so that shrinking scales exactly.
final class CardFonts {

    static final int UNITS = 1_000;

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Map<BundledFont, Font> loaded = new EnumMap<>(BundledFont.class);

    /// One line as outlines, base line at y 0, in units of a thousandth of the size.
    TextLayout line(String text, TextStyle style) {
        var base =
                font(
                        switch (style.weight()) {
                            case REGULAR -> BundledFont.REGULAR;
                            case BOLD -> BundledFont.BOLD;
                        });
        var attributed = new AttributedString(text);
        attributed.addAttribute(TextAttribute.FONT, spaced(base, style));
        int at = base.canDisplayUpTo(text);
        while (at >= 0) {
            int width = Character.charCount(text.codePointAt(at));
            attributed.addAttribute(
                    TextAttribute.FONT, spaced(font(BundledFont.CHINESE), style), at, at + width);
            at = nextMissing(base, text, at + width);
        }
        return new TextLayout(attributed.getIterator(), EXACT);
    }

    private static int nextMissing(Font font, String text, int from) {
        return from >= text.length()
                ? -1
                : font.canDisplayUpTo(text.toCharArray(), from, text.length());
    }

    private static Font spaced(Font font, TextStyle style) {
        return font.deriveFont(
                Map.of(
                        TextAttribute.KERNING,
                        TextAttribute.KERNING_ON,
                        TextAttribute.TRACKING,
                        style.tracking() / 1000f));
    }

    private synchronized Font font(BundledFont which) {
        return loaded.computeIfAbsent(which, CardFonts::load);
    }

    private static Font load(BundledFont which) {
        try (var stream = which.open()) {
            return Font.createFont(Font.TRUETYPE_FONT, stream).deriveFont((float) UNITS);
        } catch (FontFormatException e) {
            throw new IllegalStateException("Bundled font %s is damaged".formatted(which), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
