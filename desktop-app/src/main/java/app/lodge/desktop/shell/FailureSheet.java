package app.lodge.desktop.shell;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// What a person sees when something broke: a plain sentence, and a code to pass on.
final class FailureSheet {

    private FailureSheet() {}

    static void show(Kit kit, Overlay overlay, String code) {
        var open = new SimpleBooleanProperty();
        overlay.showWhile(open, () -> sheet(kit, open, code));
        open.set(true);
    }

    private static Sheet sheet(Kit kit, SimpleBooleanProperty open, String code) {
        var shown = Kit.line(code, Look.MONO, Look.FIGURE);
        shown.setId("failure-code");
        var body =
                Kit.column(
                        14,
                        Kit.paragraph(kit.text("failure.sentence")),
                        shown,
                        Kit.paragraph(kit.text("failure.advice"), Look.MUTED));
        var sheet = new Sheet(kit, kit.text("failure.title"), 500, body, open);
        return sheet.primary(
                kit.primary(
                        "failure-copy",
                        "failure.copy",
                        null,
                        () -> {
                            var text = new ClipboardContent();
                            text.putString(code);
                            Clipboard.getSystemClipboard().setContent(text);
                        }));
    }
}
