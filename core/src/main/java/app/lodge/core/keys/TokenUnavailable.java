package app.lodge.core.keys;

/// The token with the site's master key was pulled, or refuses, while Lodge runs. Card keys cannot be
/// computed until it is back; everything else goes on.
public final class TokenUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    TokenUnavailable(String token, String why, Throwable cause) {
        super(
                "Token '%s' with the site's master key does not answer: %s".formatted(token, why),
                cause);
    }
}
