package app.lodge.personalization.virtual;

/// The card answers a command with an error status; ends the command, inside this package only.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    static final int NO_CHANGES = 0x0C;
    static final int ILLEGAL_COMMAND = 0x1C;
    static final int INTEGRITY = 0x1E;
    static final int NO_SUCH_KEY = 0x40;
    static final int LENGTH = 0x7E;
    static final int PERMISSION = 0x9D;
    static final int PARAMETER = 0x9E;
    static final int NO_APPLICATION = 0xA0;
    static final int AUTHENTICATION = 0xAE;
    static final int BOUNDARY = 0xBE;
    static final int COUNT = 0xCE;
    static final int DUPLICATE = 0xDE;
    static final int NO_FILE = 0xF0;

    private final int status;

    Refusal(int status) {
        super("status %02X".formatted(status), null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
