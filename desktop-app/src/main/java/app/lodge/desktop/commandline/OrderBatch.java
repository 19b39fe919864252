package app.lodge.desktop.commandline;

import app.lodge.core.batches.CardBatches;
import app.lodge.core.books.RequestId;
import app.lodge.core.groups.GroupId;
import app.lodge.core.groups.Groups;
import app.lodge.core.people.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge batch order`: cards for a list of people, or for a group (ID-48).
@Command(name = "order")
final class OrderBatch extends DoorCommand {

    private static final int PAGE = 500;

    @Parameters(index = "0", paramLabel = "TITLE", descriptionKey = "argument.batch-title")
    String title = "";

    @Parameters(
            index = "1..*",
            paramLabel = "PERSON",
            arity = "0..*",
            descriptionKey = "argument.person")
    List<String> people = List.of();

    @Option(names = "--group", paramLabel = "NAME", descriptionKey = "batch.order.group")
    @Nullable String group;

    OrderBatch(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        if ((group == null) == people.isEmpty()) {
            throw new WrongUsage("cli.batch.whose");
        }
        var named =
                Stream.ofNullable(group)
                        .flatMap(name ->
                                doors.door(Groups.class).list(doors.actor()).stream()
                                        .filter(each -> each.name().equals(name)))
                        .findFirst();
        if (group != null && named.isEmpty()) {
            return Answer.refused("cli.layout.no-group", Values.shown(group));
        }
        var whose =
                named.map(found -> members(doors, found.id()))
                        .orElseGet(() ->
                                people.stream()
                                        .map(each -> Values.person("PERSON", each))
                                        .toList());
        return BatchAnswers.of(
                session,
                doors.door(CardBatches.class)
                        .order(doors.actor(), RequestId.fresh(), title, whose));
    }

    private static List<PersonId> members(Doors doors, GroupId group) {
        var all = new ArrayList<PersonId>();
        String after = null;
        do {
            var page = doors.door(Groups.class).members(doors.actor(), group, after, PAGE);
            all.addAll(page.rows());
            after = page.next();
        } while (after != null);
        return all;
    }
}
