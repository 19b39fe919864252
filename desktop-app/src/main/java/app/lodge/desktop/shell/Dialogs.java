package app.lodge.desktop.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Questions to the person at the screen. The button says what happens.
public interface Dialogs {

    /// Asks before something that cannot be undone; whoever calls says why it cannot. What can be undone is
    /// done at once, and offered back: {@link Notices#done(Message, Runnable)}.
    ///
    /// @param actionKey text of the button that does it, such as "Block card"
    void confirm(Message title, Message body, String actionKey, Runnable action);

    /// @param kindKey what the files are called, such as "Pictures"
    /// @param patterns such as `*.csv`
    Optional<Path> chooseFile(String titleKey, String kindKey, List<String> patterns);

    Optional<Path> chooseFolder(String titleKey);

    /// @param suggestedName with its ending, which is also the only one offered
    Optional<Path> chooseTarget(String titleKey, String suggestedName);
}
