package app.lodge.desktop.shell;

/// Short news that goes away by itself and never takes the keyboard.
public interface Notices {

    void done(Message message);

    void warn(Message message);
}
