package app.lodge.desktop.shell;

/// Leads from one screen to another without either knowing the other.
public interface Navigator {

    void open(Destination destination);

    /// @param subject what to show there: `person:12`, `account:9`, `medium:7`, `device:3`, `job:4`,
    ///     or a verb of that screen such as `new`
    void open(Destination destination, String subject);
}
