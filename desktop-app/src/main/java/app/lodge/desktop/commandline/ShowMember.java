package app.lodge.desktop.commandline;

import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.Media;
import app.lodge.core.media.Medium;
import app.lodge.core.people.ChangeOutcome;
import app.lodge.core.people.People;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonField;
import app.lodge.core.purse.Purses;
import app.lodge.desktop.shell.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge people member`: a member's branch, cards and points; sets the branch (CHAIN-21).
@Command(name = "member")
final class ShowMember extends DoorCommand {

    private static final String NONE = "-";

    @Parameters(paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Option(names = "--branch", paramLabel = "NAME", descriptionKey = "people.member.branch")
    @Nullable String branch;

    ShowMember(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var id = Values.person("PERSON", person);
        var found = doors.door(People.class).find(doors.actor(), id);
        if (found.isEmpty()) {
            return Answer.refused("cli.no-such-person", String.valueOf(id.number()));
        }
        if (branch == null) {
            return shown(doors, found.get());
        }
        return switch (moved(doors, found.get(), branch.strip())) {
            case ChangeOutcome.Changed(var now) -> shown(doors, now);
            case ChangeOutcome.Overtaken _ -> Answer.refused("cli.people.overtaken");
            case ChangeOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private static ChangeOutcome moved(Doors doors, Person member, String to) {
        var details =
                PersonField.merged(
                        member.details(), Map.of(PersonField.BRANCH, to.equals(NONE) ? "" : to));
        return doors.door(People.class)
                .change(doors.actor(), RequestId.fresh(), member.id(), member.revision(), details);
    }

    private Answer shown(Doors doors, Person member) {
        var media =
                doors.actor().may(Permission.SEE_MEDIA)
                        ? doors.door(Media.class).ofPerson(doors.actor(), member.id())
                        : List.<Medium>of();
        var purses = Purses.on(doors.door(Purses.class), doors.actor(), media);
        var details = member.details();
        var lines = new ArrayList<String>();
        lines.add("%07d  %s".formatted(member.id().number(), Values.shown(details.fullName())));
        lines.add(session.text("cli.people.branch", orNone(details.branch())));
        for (var medium : media) {
            var state = Wording.of(session.texts(), "medium.state", medium.state());
            var purse = purses.get(medium.id());
            lines.add(
                    purse == null
                            ? "%s  %s".formatted(medium.number(), state)
                            : "%s  %s  %s"
                                    .formatted(
                                            medium.number(),
                                            state,
                                            session.text(
                                                    "people.purse",
                                                    purse.stated().toString(),
                                                    purse.points())));
        }
        return new Answer.Done(
                Map.of("person", member, "media", media, "purses", List.copyOf(purses.values())),
                lines);
    }

    private static String orNone(String name) {
        return name.isEmpty() ? NONE : Values.shown(name);
    }
}
