package app.lodge.core.rollout;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.devices.DeviceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The bridge's side kept in the books.
final class BookedFiles implements FieldFiles {

    private final Books books;

    BookedFiles(Books books) {
        this.books = books;
    }

    @Override
    public List<Offer> offers(DeviceId id) {
        return books.read(sql ->
                RolloutStore.open(sql, id).entrySet().stream()
                        .map(open -> {
                            var rollout = RolloutStore.find(sql, open.getKey()).orElseThrow();
                            var signed = PackageStore.signed(sql, rollout.what().number());
                            return new Offer(
                                    rollout.number(),
                                    open.getValue() == DeviceProgress.GOING_BACK
                                            ? Action.GO_BACK
                                            : Action.INSTALL,
                                    rollout.what(),
                                    signed.key(),
                                    signed.signature(),
                                    rollout.install(),
                                    rollout.endsAt());
                        })
                        .toList());
    }

    @Override
    public Optional<byte[]> chunk(DeviceId id, long rollout, int number) {
        return books.read(sql ->
                RolloutStore.progress(sql, id, rollout)
                        .filter(DeviceProgress::open)
                        .flatMap(_ -> RolloutStore.find(sql, rollout))
                        .flatMap(found -> PackageStore.chunk(sql, found.what().number(), number)));
    }

    @Override
    public void told(Actor device, DeviceId id, Told told) {
        device.require(Permission.DEVICE_TRAFFIC);
        books.write(
                device,
                tx -> {
                    var before = RolloutStore.progress(tx.sql(), id, told.rollout()).orElse(null);
                    if (before == null
                            || before != told.state() && !before.canBecome(told.state())) {
                        return null;
                    }
                    RolloutStore.told(tx, id, told);
                    if (before != told.state()) {
                        tx.journal(
                                "rollout.device-moved",
                                "rollout:" + told.rollout(),
                                Map.of("device", id.number(), "state", told.state().name()));
                        RolloutStore.find(tx.sql(), told.rollout())
                                .ifPresent(rollout -> Advance.one(tx, rollout));
                    }
                    return null;
                });
    }

    /// Asks before it writes: most of the time there is nothing to do.
    @Override
    public void advance() {
        var open =
                books.read(sql ->
                        !RolloutStore.under(
                                        sql,
                                        List.of(
                                                Rollouts.State.PLANNED,
                                                Rollouts.State.RUNNING,
                                                Rollouts.State.GOING_BACK))
                                .isEmpty());
        if (open) {
            books.write(
                    Actor.system("bridge"),
                    tx -> {
                        Advance.all(tx);
                        return null;
                    });
        }
    }
}
