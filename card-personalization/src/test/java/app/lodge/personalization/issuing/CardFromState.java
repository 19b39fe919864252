package app.lodge.personalization.issuing;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.Uid;
import app.lodge.core.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The encoder inside the stub printer: it sees the card that the stub says is inside.
final class CardFromState implements Encoding {

    private final Path printer;

    CardFromState(Path printer) {
        this.printer = printer;
    }

    static Uid chip(int card) {
        return new Uid("04A1B2C3D4%04X".formatted(card));
    }

    @Override
    public Encoded encode(Actor actor, CardJob job, BindUid bind, Progress<IssueStep> progress)
            throws DeviceException {
        Uid uid;
        try {
            var state = Files.readString(printer.resolve("state")).split(" ");
            uid = chip(Integer.parseInt(state[5]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bind.bind(uid, "DESFire EV2", 1);
        return new Encoded(uid, "DESFire EV2", 1, Map.of());
    }

    @Override
    public void verify(Actor actor, CardJob job, Encoded encoded) {}
}
