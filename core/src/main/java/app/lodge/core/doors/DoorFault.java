package app.lodge.core.doors;

/// The bridge answered a call with a fault of its own; `code` finds it in the bridge's log.
public final class DoorFault extends RuntimeException {

    private final String code;

    public DoorFault(String message, String code) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
