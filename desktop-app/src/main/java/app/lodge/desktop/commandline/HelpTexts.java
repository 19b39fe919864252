package app.lodge.desktop.commandline;

import app.lodge.core.texts.Texts;
import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// The help pages' sentences out of our own bundles, where they stand under `help.`.
final class HelpTexts extends ResourceBundle {

    private final Texts texts;

    HelpTexts(Texts texts) {
        this.texts = texts;
    }

    /// The help library formats what it is given, and a per cent sign would mean something there.
    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.has("help." + key) ? texts.get("help." + key).replace("%", "%%") : null;
    }

    @Override
    public boolean containsKey(String key) {
        return texts.has("help." + key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.emptyEnumeration();
    }
}
