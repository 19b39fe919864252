package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import java.time.Instant;
import java.util.List;

/// Who may be on the field network, and what staff ordered devices to do: the bridge's side (SAFE-59, SAFE-64).
public interface FieldAccess {

    static FieldAccess in(Books books) {
        return new BookedAccess(books);
    }

    /// Says whether a certificate opens the network to a device. One that was renewed and is used for the
    /// first time takes the place of the one before.
    ///
    /// @param serial upper-case hex
    Admission admit(String name, String serial);

    /// A device got its next certificate; the present one holds until the next is used.
    void renewed(Actor device, DeviceId id, String serial, Instant until);

    /// Names of devices whose certificate has come to its end.
    List<String> expired();

    /// Whom the network refused from then on, each once, the first one first, at most a hundred.
    List<String> refusedSince(Instant from);

    /// What was ordered, has not been answered and has not expired, oldest first.
    List<Order> waiting(DeviceId id);

    /// What became of an order; a second answer changes nothing.
    void carried(Actor device, DeviceId id, long order, boolean ok, String detail);

    /// This bridge has the devices from now on.
    ///
    /// @param holder process and machine, for those who look
    /// @return the number of its term, higher than any before
    long beginTerm(String holder);

    /// The newest term; who holds an older one has lost the devices.
    long term();

    /// @param verb as on the wire
    record Order(long number, String verb, Instant expires) {}

    enum Admission {
        ADMITTED,
        STRANGER,
        NOT_JOINED,
        OTHER_CERTIFICATE,
        REPLACED,
        REVOKED,
        EXPIRED
    }
}
