package app.lodge.core.people;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import java.util.List;

/// Photographs of many, over the register.
final class BookedPortraits implements Portraits {

    private final FileNames names;

    BookedPortraits(Register register) {
        this.names = new FileNames(register);
    }

    @Override
    public List<Whose> whose(Actor actor, List<String> fileNames) {
        actor.require(Permission.SEE_PEOPLE);
        if (fileNames.size() > MOST_FILES) {
            throw new IllegalArgumentException(
                    "%d files are more than %d at once".formatted(fileNames.size(), MOST_FILES));
        }
        return fileNames.stream().map(name -> names.whose(actor, name)).toList();
    }
}
