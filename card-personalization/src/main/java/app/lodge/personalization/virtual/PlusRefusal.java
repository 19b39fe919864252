package app.lodge.personalization.virtual;

/// A MIFARE Plus card answers with a status other than "done"; ends the command, inside this package
/// only.
final class PlusRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    PlusRefusal(int status) {
        super("status %02X".formatted(status), null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
