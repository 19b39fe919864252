package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.conservation.Conservation;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Books that agree at first, and do not when somebody looks again.
final class FakeConservation implements Conservation {

    @Override
    public Standing look(Actor actor) {
        return standing(List.of());
    }

    @Override
    public Standing lookNow(Actor actor) {
        return standing(List.of(new Row("entry:4711/1", "amount", "450", "451")));
    }

    private static Standing standing(List<Row> wrong) {
        return new Standing(
                FakePeople.NOW,
                Duration.ofMillis(80),
                Arrays.stream(Law.values())
                        .map(law ->
                                new Check(
                                        law,
                                        9120,
                                        law == Law.LEDGER || law == Law.POSTINGS
                                                ? wrong
                                                : List.of()))
                        .toList());
    }
}
