package app.lodge.core.people;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Approving and rejecting photographs, and taking it back (ID-11).
final class PhotoDecisions {

    private final Register register;
    private final PhotoStore store;

    PhotoDecisions(Register register, PhotoStore store) {
        this.register = register;
        this.store = store;
    }

    PhotoDecision approve(Actor actor, RequestId request, long photo, PhotoState seen) {
        return once(
                actor,
                request,
                "portraits.approve",
                List.of(photo, seen),
                photo,
                (tx, now) -> {
                    if (now.state() != seen || !seen.canBecome(PhotoState.APPROVED)) {
                        return new PhotoDecision.Overtaken(now);
                    }
                    store.settle(tx, now.person());
                    store.replace(tx, now.person(), PhotoState.APPROVED, photo);
                    store.decide(tx, now, PhotoState.APPROVED, Optional.empty());
                    return decided(tx, "photo.approved", photo, Map.of("before", seen.name()));
                });
    }

    PhotoDecision reject(
            Actor actor, RequestId request, long photo, PhotoState seen, PhotoReason reason) {
        var content = List.of(photo, seen, reason);
        return once(
                actor,
                request,
                "portraits.reject",
                content,
                photo,
                (tx, now) -> {
                    if (now.state() != seen || !seen.canBecome(PhotoState.REJECTED)) {
                        return new PhotoDecision.Overtaken(now);
                    }
                    store.settle(tx, now.person());
                    store.decide(tx, now, PhotoState.REJECTED, Optional.of(reason));
                    return decided(
                            tx,
                            "photo.rejected",
                            photo,
                            Map.of("before", seen.name(), "reason", reason.name()));
                });
    }

    PhotoDecision undo(Actor actor, RequestId request, long photo, PhotoState seen) {
        return once(
                actor,
                request,
                "portraits.undo",
                List.of(photo, seen),
                photo,
                (tx, now) -> {
                    var before = store.stateBefore(tx, photo);
                    if (now.state() != seen || !now.undoable() || before.isEmpty()) {
                        return new PhotoDecision.Overtaken(now);
                    }
                    store.takeBack(tx, photo, before.get());
                    store.settle(tx, now.person());
                    return decided(
                            tx,
                            "photo.decision-undone",
                            photo,
                            Map.of("before", seen.name(), "after", before.get().name()));
                });
    }

    private PhotoDecision decided(Tx tx, String kind, long photo, Map<String, String> facts) {
        var now = store.find(tx.sql(), photo).orElseThrow();
        var content = new java.util.TreeMap<String, Object>(facts);
        content.put("photo", photo);
        tx.journal(kind, Register.subjectOf(now.person()), content);
        return new PhotoDecision.Decided(now);
    }

    private PhotoDecision once(
            Actor actor,
            RequestId request,
            String door,
            List<?> content,
            long photo,
            BiFunction<Tx, Photograph, PhotoDecision> work) {
        return register.books()
                .once(
                        actor,
                        request,
                        door,
                        content,
                        PhotoDecision.class,
                        tx ->
                                store.find(tx.sql(), photo)
                                        .filter(found -> seenBy(actor, found))
                                        .map(found -> work.apply(tx, found))
                                        .orElseGet(() -> unknown(photo)));
    }

    /// Nobody decides about a picture that they cannot look at.
    boolean seenBy(Actor actor, Photograph photo) {
        var reach = register.reach();
        return reach.reaches(actor, photo.person()) && !reach.hides(actor, Reach.PHOTO);
    }

    private static PhotoDecision unknown(long photo) {
        return new PhotoDecision.Rejected(
                List.of(Problem.of("photo", photo, "people.photo-unknown")));
    }
}
