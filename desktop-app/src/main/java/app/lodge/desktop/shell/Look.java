package app.lodge.desktop.shell;

/// Style classes of `lodge.css`, in one place.
public final class Look {

    public static final String PANEL = "panel";
    public static final String PANEL_TITLE = "panel-title";
    public static final String PAGE = "page";
    public static final String PAGE_TITLE = "page-title";
    public static final String MUTED = "muted";
    public static final String SMALL = "small";
    public static final String STRONG = "strong";
    public static final String FIGURE = "figure";
    public static final String HEADLINE = "headline";
    public static final String NUMERIC = "numeric";
    public static final String MONO = "mono";
    public static final String BADGE = "badge";
    public static final String PROBLEM = "problem";
    public static final String FIELD_LABEL = "field-label";
    public static final String DIVIDER = "divider";
    public static final String EMPTY = "empty-state";
    public static final String AVATAR = "avatar";
    public static final String ROW_BUTTON = "row-button";
    public static final String CARD_FACE = "card-face";

    private Look() {}

    /// What a badge or a line says by its colour, never by it alone.
    public enum Tone {
        NEUTRAL,
        GOOD,
        CAUTION,
        BAD,
        ACCENT;

        public String styleClass() {
            return "tone-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
