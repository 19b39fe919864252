package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.people.PhotoRules;
import app.lodge.core.people.PhotoRules.WhereMissing;
import app.lodge.core.people.PhotoSource;
import app.lodge.core.people.Portraits;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge people photo rules`: which photographs need no approval, how wide they must
/// be, and what happens where one is missing; without options, what holds (ID-11).
@Command(name = "rules")
final class RulePhotos extends DoorCommand {

    @Option(names = "--at-once", paramLabel = "SOURCES", descriptionKey = "people.photo.at-once")
    @Nullable String atOnce;

    @Option(
            names = "--least-width",
            paramLabel = "PIXELS",
            descriptionKey = "people.photo.least-width")
    @Nullable Integer leastWidth;

    @Option(
            names = "--where-missing",
            paramLabel = "WHAT",
            descriptionKey = "people.photo.where-missing")
    @Nullable String whereMissing;

    RulePhotos(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var door = doors.door(Portraits.class);
        var rules = door.rules(doors.actor());
        var wanted = wanted(rules);
        if (!wanted.equals(rules)) {
            rules = door.changeRules(doors.actor(), RequestId.fresh(), wanted);
        }
        return Answer.done(
                rules,
                rules.atOnce().isEmpty()
                        ? session.text("cli.photo.rules-none")
                        : session.text("cli.photo.rules", words(rules.atOnce())),
                session.text("cli.photo.rules-width", rules.leastWidth()),
                session.text("cli.photo.rules-" + Values.kebab(rules.whereMissing())));
    }

    private PhotoRules wanted(PhotoRules now) {
        var wanted = now;
        if (atOnce != null) {
            wanted = wanted.approving(sources(atOnce));
        }
        if (leastWidth != null) {
            wanted =
                    wanted.withLeastWidth(
                            Values.count(
                                    "--least-width", leastWidth, 0, PhotoRules.MOST_LEAST_WIDTH));
        }
        if (whereMissing != null) {
            wanted =
                    wanted.withMissing(
                            Values.choice("--where-missing", whereMissing, WhereMissing.class));
        }
        return wanted;
    }

    private static Set<PhotoSource> sources(String typed) {
        var sources = EnumSet.noneOf(PhotoSource.class);
        if (!typed.equals("none")) {
            Arrays.stream(typed.split(",", -1))
                    .map(word -> Values.choice("--at-once", word, PhotoSource.class))
                    .forEach(sources::add);
        }
        return sources;
    }

    private String words(Set<PhotoSource> sources) {
        return sources.stream()
                .sorted()
                .map(source -> session.texts().name("photo-source", source))
                .collect(Collectors.joining(", "));
    }
}
