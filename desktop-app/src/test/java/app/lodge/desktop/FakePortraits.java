package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.people.Portraits;
import app.lodge.core.people.Whose;
import java.util.List;

/// Photographs of many over people in memory.
final class FakePortraits implements Portraits {

    private final FakePeople people;

    FakePortraits(FakePeople people) {
        this.people = people;
    }

    @Override
    public List<Whose> whose(Actor actor, List<String> fileNames) {
        return fileNames.stream().map(this::whose).toList();
    }

    private Whose whose(String fileName) {
        var found = people.matching(fileName.replaceFirst("\\.[a-z]+$", "").replace('_', ' '));
        return switch (found.size()) {
            case 0 -> new Whose.Nobody();
            case 1 -> new Whose.One(found.getFirst(), Whose.By.NAME);
            default -> new Whose.Several(found);
        };
    }
}
