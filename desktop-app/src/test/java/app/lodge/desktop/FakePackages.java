package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.rollout.FieldPackage;
import app.lodge.core.rollout.Packages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A library with a program and a message.
final class FakePackages implements Packages {

    private final List<FieldPackage> packages = new ArrayList<>();

    FakePackages() {
        packages.add(of(1, FieldPackage.Kind.PROGRAM, "till", "2.4.1", 1_800_000));
        packages.add(of(2, FieldPackage.Kind.MESSAGE, "Menu", "48", 42));
    }

    private static FieldPackage of(
            long number, FieldPackage.Kind kind, String name, String version, long size) {
        return new FieldPackage(
                number,
                kind,
                name,
                version,
                DeviceKind.PAYMENT_POINT,
                "",
                "",
                null,
                null,
                "text/plain",
                size,
                "0123456789ABCDEF".repeat(4),
                FakePeople.NOW);
    }

    @Override
    public List<FieldPackage> list(Actor actor) {
        return List.copyOf(packages);
    }

    @Override
    public Optional<FieldPackage> find(Actor actor, long number) {
        return packages.stream().filter(one -> one.number() == number).findFirst();
    }

    @Override
    public Optional<byte[]> content(Actor actor, long number) {
        return Optional.of("Today: soup, bread and an apple".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public AddOutcome add(Actor actor, RequestId request, Draft draft, byte[] content) {
        var added =
                of(
                        packages.size() + 1L,
                        draft.kind(),
                        draft.name(),
                        draft.version(),
                        content.length);
        packages.add(added);
        return new AddOutcome.Added(added);
    }
}
