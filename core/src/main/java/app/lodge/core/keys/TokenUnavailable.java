package app.lodge.core.keys;

import org.jspecify.annotations.Nullable;

/// The token with the site's master key was pulled, or refuses, while Lodge runs. Card keys cannot be
/// computed until it is back; everything else goes on.
public final class TokenUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String token;

    public TokenUnavailable(String token, String why, @Nullable Throwable cause) {
        super(
                "Token '%s' with the site's master key does not answer: %s".formatted(token, why),
                cause);
        this.token = token;
    }

    /// Its label.
    public String token() {
        return token;
    }
}
