package app.lodge.core.doors;

/// No session, or one that has ended: sign in again.
public final class SignInNeeded extends RuntimeException {

    public SignInNeeded(String message) {
        super(message);
    }
}
