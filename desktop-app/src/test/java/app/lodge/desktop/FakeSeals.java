package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.journal.Evidence;
import app.lodge.core.journal.Seal;
import app.lodge.core.journal.Seals;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// Twelve daily seals.
final class FakeSeals implements Seals {

    private static final String KEY =
            "D75A980182B10AB7D54BFED3C964073A0EE172F3DAA62325AF021A68F707511A";

    @Override
    public SealOutcome seal(Actor actor) {
        return new SealOutcome.Sealed(seal(12));
    }

    @Override
    public SealOutcome rotateKey(Actor actor) {
        return seal(actor);
    }

    @Override
    public Standing standing(Actor actor) {
        return new Standing("site-1", seal(12).fingerprint(), KEY, seal(12), 42, FakePeople.NOW);
    }

    @Override
    public Page<Seal> page(Actor actor, String after, int limit) {
        return new Page<>(IntStream.range(0, 12).mapToObj(i -> seal(12 - i)).toList(), null);
    }

    @Override
    public Verification verify(Actor actor) {
        return new Verification.Intact(9120, "9F3C".repeat(16), 12, 42, seal(12).fingerprint());
    }

    @Override
    public String proof(Actor actor, long row, Proving proving) {
        return "LODGE:1:SITE-1:" + row;
    }

    @Override
    public Evidence evidence(Actor actor, long row) {
        return new Evidence("site-1", 0, "00".repeat(32), null, List.of());
    }

    private static Seal seal(long number) {
        return new Seal(
                number,
                (number - 1) * 756 + 1,
                number * 756,
                "5DC9".repeat(16),
                "4E3B".repeat(16),
                FakePeople.NOW.minus(Duration.ofDays(13 - number)),
                KEY,
                null,
                "%04X".formatted(0xA000 + number).repeat(16),
                "00".repeat(64),
                null);
    }
}
