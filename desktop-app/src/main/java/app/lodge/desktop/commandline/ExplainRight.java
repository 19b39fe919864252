package app.lodge.desktop.commandline;

import app.lodge.core.rights.Rights;
import app.lodge.core.rights.Why;
import app.lodge.core.rights.Why.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge right why`: why a person may use something, now or at any moment, as a tree. Exit status 1 if
/// it may not (ID-36).
@Command(name = "why")
final class ExplainRight extends DoorCommand {

    @Parameters(index = "0", paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Parameters(index = "1", paramLabel = "RESOURCE", descriptionKey = "right.grant.resource")
    String resource = "";

    @Option(names = "--at", paramLabel = "TIME", descriptionKey = "right.why.at")
    String at = "";

    ExplainRight(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var words = new RightWords(session, doors);
        var who = Values.person("PERSON", person);
        var why =
                doors.door(Rights.class)
                        .why(
                                doors.actor(),
                                who,
                                words.resource(resource).id(),
                                words.moment("--at", at))
                        .orElse(null);
        if (why == null) {
            return Answer.refused("cli.right.no-person", Long.toString(who.number()));
        }
        var lines = new ArrayList<String>();
        lines.add(why.blocked() ? session.text("right-why.blocked") : words.ground(why.ground()));
        tree(words, why.lines(), "", lines);
        var sentence =
                session.text(
                        why.allowed() ? "right-why.yes" : "right-why.no",
                        why.resource().name(),
                        words.time(why.moment()));
        if (!why.allowed()) {
            return new Answer.Refused(
                    "right-why.no",
                    List.of(why.resource().name(), words.time(why.moment())),
                    Map.of("why", why),
                    lines);
        }
        lines.addFirst(sentence);
        return new Answer.Done(Map.of("why", why), lines);
    }

    private void tree(
            RightWords words, List<Why.Line> branches, String indent, List<String> lines) {
        for (var i = 0; i < branches.size(); i++) {
            var branch = branches.get(i);
            var last = i == branches.size() - 1;
            lines.add(indent + (last ? "└ " : "├ ") + mark(branch) + " " + said(words, branch));
            tree(words, branch.lines(), indent + (last ? "  " : "│ "), lines);
        }
    }

    private static String mark(Why.Line line) {
        return switch (line.verdict()) {
            case ALLOWS -> "+";
            case REFUSES -> "-";
            case SILENT -> "·";
        };
    }

    private String said(RightWords words, Why.Line line) {
        var since = line.since();
        return switch (line.what()) {
            case PERSON ->
                    session.text(
                            line.verdict() == Verdict.REFUSES
                                    ? "right-why.blocked"
                                    : "right-why.not-blocked");
            case HOLIDAY -> session.text("right-why.holiday", line.name());
            case OWN_RULES ->
                    session.text(
                            line.lines().isEmpty() ? "right-why.own-none" : "right-why.own-rules");
            case GROUP ->
                    session.text(
                            line.heard() ? "right-why.group" : "right-why.group-unheard",
                            line.name(),
                            since == null ? "" : words.time(since));
            case RULE ->
                    words.line(
                            Objects.requireNonNull(line.rule()), "", line.name(), line.silence());
        };
    }
}
