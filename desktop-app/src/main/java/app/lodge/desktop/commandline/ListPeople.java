package app.lodge.desktop.commandline;

import app.lodge.core.people.People;
import app.lodge.core.people.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge people list`: people by any part of name, number, group, branch or e-mail.
@Command(name = "list")
final class ListPeople extends DoorCommand {

    private static final int PAGE = 500;

    @Parameters(arity = "0..1", paramLabel = "TEXT", descriptionKey = "people.list.text")
    String text = "";

    @Option(names = "--limit", paramLabel = "COUNT", descriptionKey = "people.list.limit")
    int limit = 100;

    ListPeople(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        Values.count("--limit", limit, 1, 1_000_000);
        var people = doors.door(People.class);
        var found = new ArrayList<Person>();
        @Nullable String after = null;
        do {
            var page =
                    people.list(doors.actor(), text, after, Math.min(PAGE, limit - found.size()));
            found.addAll(page.rows());
            after = page.next();
        } while (after != null && found.size() < limit);
        var total = people.count(doors.actor(), text);
        var lines = new ArrayList<String>();
        found.forEach(person -> lines.add(line(person)));
        lines.add(session.text("cli.people.counted", found.size(), total));
        return new Answer.Done(Map.of("people", List.copyOf(found), "total", total), lines);
    }

    private static String line(Person person) {
        var details = person.details();
        return "%07d  %-30s  %-12s  %-20s  %-8s  %s"
                .formatted(
                        person.id().number(),
                        Values.shown(details.listName()),
                        details.personnelNumber(),
                        details.group(),
                        Values.kebab(person.state()),
                        details.branch())
                .stripTrailing();
    }
}
