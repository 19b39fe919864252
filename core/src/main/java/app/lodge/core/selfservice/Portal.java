package app.lodge.core.selfservice;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a self-service portal asks the bridge for (ID-22 to ID-26). The portal is a device of the field
/// network; who stands in front of it signs in with the login's address and secret.
public interface Portal {

    /// Opens a login if the address has none, and sends a code to it either way: the answer tells nobody
    /// which it was.
    ///
    /// @return what is wrong with the address as it was typed
    List<Problem> open(Actor device, RequestId request, String email);

    /// Sets the secret with the code from the mail: the first one, or a new one for one that was forgotten.
    SecretOutcome setSecret(
            Actor device, RequestId request, String email, String code, char[] secret);

    SignInOutcome signIn(Actor device, String email, char[] secret);

    void signOut(Actor device, String token);

    /// @return empty if the token is nobody's at this device, or too old
    Optional<HolderAnswer> carryOut(
            Actor device, RequestId request, String token, HolderRequest wanted);

    sealed interface SecretOutcome {
        record Set() implements SecretOutcome {}

        /// No such login, no code for it, or not this one.
        record WrongCode() implements SecretOutcome {}

        record Rejected(List<Problem> problems) implements SecretOutcome {}
    }

    sealed interface SignInOutcome {
        record SignedIn(String token, Instant until) implements SignInOutcome {}

        /// @param pause before the next try; zero for none
        record Wrong(Duration pause) implements SignInOutcome {}
    }
}
