package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.keyversions.KeyVersions;
import java.util.List;

/// Key versions in memory.
final class FakeKeyVersions implements KeyVersions {

    /// What the next roll-over answers; null for success.
    RollOverOutcome refusal;

    private Status now =
            new Status(
                    2,
                    FakePeople.NOW,
                    "53E107B36E",
                    List.of(new Held(2, 17, 1), new Held(1, 4, 0)));

    @Override
    public Status status(Actor actor) {
        return now;
    }

    @Override
    public RollOverOutcome rollOver(Actor actor, RequestId request, int from) {
        if (refusal != null) {
            return refusal;
        }
        now = new Status(from + 1, FakePeople.NOW, "FDE4FB0000", now.held());
        return new RollOverOutcome.RolledOver(now);
    }
}
