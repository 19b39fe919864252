package app.lodge.core.people;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import java.util.List;
import java.util.Optional;

/// People's signatures for their cards, kept enciphered until the person is erased (ID-40, ID-46). At most
/// one of a person is printed; the others are history.
public interface Signatures {

    static Signatures in(Register register) {
        return new BookedSignatures(register);
    }

    /// Keeps a signature; the one before it gives way. The one that is printed already changes nothing.
    ///
    /// @param image PNG or JPEG of at most 900,000 bytes, dark on light or on nothing
    SignatureOutcome keep(
            Actor actor, RequestId request, PersonId person, SignatureSource source, byte[] image);

    /// The one that is printed; empty where there is none, or it is out of reach or hidden.
    Optional<byte[]> current(Actor actor, PersonId person);

    /// Everything that is kept of a person, the newest first; nothing where the role hides it.
    List<KeptSignature> history(Actor actor, PersonId person);

    /// The picture of any of them; empty where there is none, or it is out of reach or hidden.
    Optional<byte[]> picture(Actor actor, long signature);

    /// From now on none is printed.
    ///
    /// @param seen the one that is printed, as whoever takes it away saw it
    SignatureOutcome takeAway(Actor actor, RequestId request, PersonId person, long seen);

    /// Makes an older one the one that is printed again.
    SignatureOutcome putBack(Actor actor, RequestId request, PersonId person, long signature);
}
