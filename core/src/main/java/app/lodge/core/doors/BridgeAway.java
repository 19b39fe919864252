package app.lodge.core.doors;

/// The bridge does not answer. Nothing typed is lost: the same call, with the same request id, is safe
/// to repeat when it is back.
public final class BridgeAway extends RuntimeException {

    public BridgeAway(String address, Throwable cause) {
        super("The bridge at %s does not answer: %s".formatted(address, cause), cause);
    }
}
