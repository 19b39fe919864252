package app.lodge.personalization.cards;

/// The PC/SC library says no; ends in this package's readers.
final class PcscException extends Exception {
    private static final long serialVersionUID = 1;

    static final int INVALID_HANDLE = 0x80100003;
    static final int UNKNOWN_READER = 0x80100009;
    static final int TIMEOUT = 0x8010000A;
    static final int READER_UNAVAILABLE = 0x80100017;
    static final int NO_SERVICE = 0x8010001D;
    static final int SERVICE_STOPPED = 0x8010001E;
    static final int REMOVED_CARD = 0x80100069;
    static final int NO_READERS = 0x8010002E;
    private static final int COMMUNICATION = 0x80100013;
    private static final int BROKEN_PIPE = 0x00000109;

    private final int status;

    PcscException(String function, int status) {
        super("%s: %08X".formatted(function, status));
        this.status = status;
    }

    PcscException(String function, int status, Throwable cause) {
        super("%s: %08X".formatted(function, status), cause);
        this.status = status;
    }

    int status() {
        return status;
    }

    /// Whether the connection to the service is of no more use: it was restarted, or never ran.
    boolean serviceGone() {
        return switch (status) {
            case NO_SERVICE, SERVICE_STOPPED, INVALID_HANDLE, COMMUNICATION, BROKEN_PIPE -> true;
            default -> false;
        };
    }

    /// Whether the reader was unplugged, or there is none of that name.
    boolean readerGone() {
        return switch (status) {
            case UNKNOWN_READER, READER_UNAVAILABLE, NO_READERS -> true;
            default -> false;
        };
    }
}
