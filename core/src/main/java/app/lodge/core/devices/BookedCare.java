package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Care kept in the books.
final class BookedCare implements DeviceCare {

    private static final int SHOWN = 50;

    private final Books books;

    BookedCare(Books books) {
        this.books = books;
    }

    @Override
    public Optional<Command> order(Actor actor, RequestId request, DeviceId id, Verb verb) {
        actor.require(Permission.CONFIGURE_DEVICES);
        var ordered =
                books.once(
                        actor,
                        request,
                        "care.order",
                        List.of(id, verb),
                        Ordered.class,
                        tx -> {
                            if (DeviceStore.find(tx.sql(), id).isEmpty()) {
                                return new Ordered(null);
                            }
                            var expires = tx.now().plus(ORDER_LIFE);
                            var state = verb.takesTwo() ? State.ASKED : State.WAITING;
                            var number = CommandStore.insert(tx, id, verb, state, expires);
                            tx.journal(
                                    verb.takesTwo() ? "device.command-asked" : "device.commanded",
                                    BookedDevices.subject(id),
                                    Map.of("command", number, "verb", verb.name()));
                            return new Ordered(
                                    new Command(number, verb, state, "", tx.now(), expires, null));
                        });
        return Optional.ofNullable(ordered.command());
    }

    /// What is kept of an order's answer.
    record Ordered(@Nullable Command command) {}

    @Override
    public Confirmation confirm(Actor actor, RequestId request, long command) {
        actor.require(Permission.CONFIGURE_DEVICES);
        return books.once(
                actor,
                request,
                "care.confirm",
                command,
                Confirmation.class,
                tx -> {
                    var asked = CommandStore.asked(tx, command).orElse(null);
                    if (asked == null) {
                        return Confirmation.NOT_ASKED;
                    }
                    if (asked.by() == actor.operatorId()) {
                        return Confirmation.YOURSELF;
                    }
                    CommandStore.confirmed(tx, command, tx.now().plus(ORDER_LIFE));
                    tx.journal(
                            "device.commanded",
                            BookedDevices.subject(asked.device()),
                            Map.of("command", command, "askedBy", asked.by()));
                    return Confirmation.SENT;
                });
    }

    @Override
    public List<Command> commands(Actor actor, DeviceId id) {
        actor.require(Permission.SEE_DEVICES);
        var now = books.clock().instant();
        return books.read(sql -> CommandStore.newest(sql, id, now, SHOWN));
    }

    @Override
    public Revocation revoke(Actor actor, RequestId request, DeviceId id) {
        actor.require(Permission.CONFIGURE_DEVICES);
        return books.once(
                actor,
                request,
                "care.revoke",
                id,
                Revocation.class,
                tx -> {
                    if (!CertificateStore.revoke(tx, id)) {
                        return Revocation.NOTHING_TO_REVOKE;
                    }
                    tx.journal("device.revoked", BookedDevices.subject(id), Map.of());
                    return Revocation.REVOKED;
                });
    }

    @Override
    public List<Refusal> refusals(Actor actor, int limit) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(sql -> RefusalStore.newest(sql, Math.clamp(limit, 1, 500)));
    }
}
