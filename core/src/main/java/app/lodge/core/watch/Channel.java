package app.lodge.core.watch;

/// How somebody hears of an alert.
public enum Channel {
    /// On the start page, until it is acknowledged or over.
    TASK,
    MAIL,
    WEBHOOK
}
