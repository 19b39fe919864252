package app.lodge.desktop.commandline;

import app.lodge.core.texts.Texts;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// The help pages' sentences out of our own bundles, where they stand under `help.`: a command's
/// `<lodge.its.words>.usage.header`, `.usage.description` and `.usage.footer`, and each option's and
/// argument's description key.
final class HelpTexts extends ResourceBundle {

    private static final Set<String> PARTS =
            Set.of("usage.header", "usage.description", "usage.footer");

    private final Texts texts;
    private final Set<String> keys = new LinkedHashSet<>();

    HelpTexts(Texts texts, CommandSpec root) {
        this.texts = texts;
        collect(root);
    }

    /// Every key that the help pages may ask for, whether there is a text or not.
    static Set<String> of(CommandSpec command) {
        var keys = new LinkedHashSet<String>();
        PARTS.forEach(part -> keys.add(command.qualifiedName(".") + "." + part));
        command.args().forEach(argument -> keys.add(String.valueOf(argument.descriptionKey())));
        command.subcommands().values().forEach(sub -> keys.addAll(of(sub.getCommandSpec())));
        return keys;
    }

    private void collect(CommandSpec root) {
        of(root).stream().filter(key -> texts.has("help." + key)).forEach(keys::add);
    }

    /// The help library formats what it is given, and a per cent sign would mean something there.
    @Override
    protected @Nullable Object handleGetObject(String key) {
        return keys.contains(key) ? texts.get("help." + key).replace("%", "%%") : null;
    }

    @Override
    public boolean containsKey(String key) {
        return keys.contains(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(keys);
    }
}
