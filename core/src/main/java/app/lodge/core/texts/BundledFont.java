package app.lodge.core.texts;

import java.io.InputStream;
import org.jspecify.annotations.NullMarked;

/// The font files that come with Lodge (SIL Open Font License 1.1), for cards, reports and screens
/// alike, so that a text looks the same on every machine. Fonts of the system are never used.
@NullMarked
public enum BundledFont {
    REGULAR("NotoSans-Regular.ttf", "Noto Sans"),
    BOLD("NotoSans-Bold.ttf", "Noto Sans"),
    /// Simplified Chinese, where the other two lack a character.
    CHINESE("NotoSansSC-Regular.ttf", "Noto Sans SC");

    private final String file;
    private final String family;

    BundledFont(String file, String family) {
        this.file = file;
        this.family = family;
    }

    /// The family's name inside the file.
    public String family() {
        return family;
    }

    /// Path of the file among the resources, for libraries that want one.
    public String resource() {
        return "/app/lodge/core/texts/fonts/" + file;
    }

    /// The TrueType file; the caller closes it.
    public InputStream open() {
        var stream = BundledFont.class.getResourceAsStream(resource());
        if (stream == null) {
            throw new IllegalStateException("Font file %s is missing".formatted(resource()));
        }
        return stream;
    }
}
