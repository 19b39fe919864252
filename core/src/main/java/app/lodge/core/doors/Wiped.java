package app.lodge.core.doors;

/// An argument or answer of a door that carries something secret: wiped on the bridge's side as soon
/// as the call is done, and on the other when the caller is done with it.
public interface Wiped {

    void wipe();
}
