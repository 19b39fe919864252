package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.keys.KeyShare;
import app.lodge.core.keyversions.Ceremonies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A ceremony in memory that goes well whatever is typed, for looking at its screen.
final class FakeCeremonies implements Ceremonies {

    private static final String CHECK = "53E107B36E";

    private boolean underWay;
    private final Set<Integer> handed = new TreeSet<>();
    private final Set<Integer> typed = new TreeSet<>();
    private boolean rehearsed;

    private Standing now() {
        var next =
                handed.size() < 3
                        ? Next.HAND_OUT
                        : typed.size() < 2 ? Next.TYPE : rehearsed ? Next.FINISH : Next.REHEARSE;
        return new Standing(
                "3f8a01c2",
                Kind.CREATE,
                "Clara",
                "Bruno",
                2,
                3,
                2,
                CHECK,
                Sharing.TWO_OF_THREE,
                handed,
                typed,
                rehearsed,
                next);
    }

    @Override
    public BeginOutcome begin(
            Actor actor,
            RequestId request,
            Kind kind,
            Custodian first,
            Custodian second,
            Sharing sharing) {
        underWay = true;
        return new BeginOutcome.Begun(now());
    }

    @Override
    public Optional<Standing> standing(Actor actor) {
        return underWay ? Optional.of(now()) : Optional.empty();
    }

    @Override
    public ShareOutcome share(Actor actor, String id, int number) {
        handed.add(number);
        var label = new KeyShare.Label("rathaus", "a1b2", 2, 3, 3, 2, 2, 3, number, CHECK);
        return new ShareOutcome.Handed(
                label, "04MX2 8Q0AK 7WD1E ".repeat(8).strip().toCharArray(), now());
    }

    @Override
    public TypedOutcome type(Actor actor, String id, char[] share) {
        typed.add(typed.size() + 1);
        return new TypedOutcome.Accepted(now());
    }

    @Override
    public RehearseOutcome rehearse(Actor actor, String id) {
        rehearsed = true;
        return new RehearseOutcome.Passed(now(), List.of("encode", "read", "roll over", "read"));
    }

    @Override
    public FinishOutcome finish(Actor actor, RequestId request, String id) {
        underWay = false;
        return new FinishOutcome.Finished(3, 2, CHECK, true);
    }

    @Override
    public boolean abandon(Actor actor, String id) {
        underWay = false;
        return true;
    }

    @Override
    public List<Entry> transcript(Actor actor, String id) {
        return List.of(
                entry("begun", ""),
                entry("share-handed", ""),
                entry("share-typed", CHECK),
                entry("rehearsed", CHECK),
                entry("finished", CHECK));
    }

    private static Entry entry(String step, String check) {
        return new Entry(
                FakePeople.NOW,
                "Clara",
                "desk-1",
                step,
                check.isEmpty() ? Map.of() : Map.of("checkValue", check));
    }
}
