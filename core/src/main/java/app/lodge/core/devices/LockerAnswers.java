package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import app.lodge.core.devices.FieldBooks.OpenAnswer;
import app.lodge.core.doors.Json;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

/// Whether a locker cabinet may open a compartment for a credential. The same ask gets the same answer.
final class LockerAnswers {

    private final Books books;

    LockerAnswers(Books books) {
        this.books = books;
    }

    /// @param compartment 0 for whichever is the holder's
    /// @param medium what the terminal read; empty if it does not tell
    OpenAnswer mayOpen(
            Actor actor,
            DeviceId id,
            String askId,
            String credential,
            int compartment,
            String medium) {
        var told = medium.isEmpty() ? "" : '\n' + medium;
        var hash = EventStore.hash(credential + '\n' + compartment + told);
        return books.write(
                actor,
                tx -> {
                    var known = EventStore.answered(tx.sql(), id, askId).orElse(null);
                    if (known != null) {
                        return MessageDigest.isEqual(known.requestHash(), hash)
                                ? Json.read(known.answer(), OpenAnswer.class)
                                : new OpenAnswer.MayNotOpen(OpenAnswer.Why.ASK_REUSED);
                    }
                    var answer = openAnswer(tx, id, credential, compartment, medium);
                    EventStore.answer(tx, id, askId, hash, Json.text(answer, OpenAnswer.class));
                    return answer;
                });
    }

    private static OpenAnswer openAnswer(
            Tx tx, DeviceId id, String credential, int compartment, String medium) {
        var row = DeviceStore.find(tx.sql(), id).orElseThrow(() -> BookedField.unknown(id));
        if (row.device().kind() != DeviceKind.LOCKER_CABINET) {
            return new OpenAnswer.MayNotOpen(OpenAnswer.Why.WRONG_DEVICE);
        }
        var by = IdentifyBy.of(row.desired());
        if (medium.equals(IdentifyBy.TYPED)) {
            return by.takesNumbers()
                    ? typed(tx, id, compartment)
                    : new OpenAnswer.MayNotOpen(OpenAnswer.Why.MEDIUM_NOT_TAKEN);
        }
        if (!by.takesCards() || !medium.isEmpty() && !taken(medium, row.desired())) {
            return new OpenAnswer.MayNotOpen(OpenAnswer.Why.MEDIUM_NOT_TAKEN);
        }
        var standing = CredentialStore.of(tx.sql(), credential).orElse(null);
        if (standing == null || (!standing.live() && !standing.refusedAtPaymentPoints())) {
            return new OpenAnswer.MayNotOpen(OpenAnswer.Why.UNKNOWN_CREDENTIAL);
        }
        if (!standing.opens()) {
            return new OpenAnswer.MayNotOpen(
                    standing.personBlocked()
                            ? OpenAnswer.Why.BLOCKED_PERSON
                            : OpenAnswer.Why.BLOCKED_MEDIUM);
        }
        return CredentialStore.compartments(tx.sql(), id)
                .getOrDefault(standing.person(), List.of())
                .stream()
                .filter(mine -> compartment == 0 || mine == compartment)
                .findFirst()
                .<OpenAnswer>map(OpenAnswer.MayOpen::new)
                .orElseGet(() -> new OpenAnswer.MayNotOpen(OpenAnswer.Why.NO_RIGHT));
    }

    /// The cabinet found the PIN right by its own list: no PIN leaves it.
    private static OpenAnswer typed(Tx tx, DeviceId id, int compartment) {
        return PinListStore.keeper(tx.sql(), id, compartment)
                .map(keeper ->
                        keeper.blocked()
                                ? new OpenAnswer.MayNotOpen(OpenAnswer.Why.BLOCKED_PERSON)
                                : keeper.pin()
                                        ? new OpenAnswer.MayOpen(compartment)
                                        : new OpenAnswer.MayNotOpen(OpenAnswer.Why.NO_RIGHT))
                .orElseGet(() -> new OpenAnswer.MayNotOpen(OpenAnswer.Why.NO_RIGHT));
    }

    private static boolean taken(String medium, Map<String, String> config) {
        return ReaderMedium.of(medium).filter(kind -> kind.takenBy(config)).isPresent();
    }
}
