package app.lodge.desktop.commandline;

/// What scripts may rely on.
final class ExitStatus {

    static final int DONE = 0;

    /// The site refused, or a check failed.
    static final int REFUSED = 1;

    static final int WRONG_USAGE = 2;

    private ExitStatus() {}
}
