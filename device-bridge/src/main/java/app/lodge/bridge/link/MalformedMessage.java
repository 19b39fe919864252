package app.lodge.bridge.link;

/// A device sent something that the protocol does not know; it is dropped and noted.
public final class MalformedMessage extends Exception {

    public MalformedMessage(String message) {
        super(message);
    }
}
