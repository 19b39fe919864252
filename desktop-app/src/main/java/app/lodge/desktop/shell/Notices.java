package app.lodge.desktop.shell;

/// Short news that goes away by itself and never takes the keyboard.
public interface Notices {

    void done(Message message);

    /// What was done at once because it can be taken back, by a key or the mouse, while the notice stands.
    ///
    /// @param undo runs at most once, on the screen's thread
    void done(Message message, Runnable undo);

    void warn(Message message);
}
