package app.lodge.desktop.commandline;

import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.rights.DraftId;
import app.lodge.core.rights.RightDrafts;
import app.lodge.core.rights.RightDrafts.Draft;
import app.lodge.core.rights.RightDrafts.DraftOutcome;
import app.lodge.core.rights.RightDrafts.PreviewOutcome;
import app.lodge.core.rights.RightDrafts.PublishOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge right draft`: drafts of changed rules; who would gain and who would lose, and publishing
/// (ID-36).
@Command(name = "draft")
final class DraftRights extends DoorCommand {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NUMBER",
            descriptionKey = "right.draft.number")
    String number = "";

    @Option(names = "--begin", paramLabel = "NAME", descriptionKey = "right.draft.begin")
    String begin = "";

    @Option(names = "--publish", paramLabel = "BASIS", descriptionKey = "right.draft.publish")
    String publish = "";

    @Option(names = "--discard", descriptionKey = "right.draft.discard")
    boolean discard;

    DraftRights(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var drafts = doors.door(RightDrafts.class);
        var actor = doors.actor();
        if (!begin.isEmpty()) {
            return begun(drafts.begin(actor, RequestId.fresh(), begin));
        }
        if (number.isEmpty()) {
            var all = drafts.list(actor);
            return new Answer.Done(Map.of("drafts", all), all.stream().map(this::line).toList());
        }
        var id = new DraftId(Values.number("NUMBER", number));
        if (discard) {
            return answer(drafts.discard(actor, RequestId.fresh(), id));
        }
        if (!publish.isEmpty()) {
            var basis = Values.number("--publish", publish);
            return switch (drafts.publish(actor, RequestId.fresh(), id, basis)) {
                case PublishOutcome.Published(var draft) -> changed(session, draft);
                case PublishOutcome.Moved(long now) ->
                        Answer.refused("cli.right.moved", Long.toString(now));
                case PublishOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
            };
        }
        return switch (drafts.preview(actor, id)) {
            case PreviewOutcome.Seen(var preview) -> seen(preview);
            case PreviewOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    /// What is wrong with the name is wrong with what was given for `--begin`.
    private Answer begun(DraftOutcome outcome) {
        return switch (outcome) {
            case DraftOutcome.Done(var draft) -> changed(session, draft);
            case DraftOutcome.Rejected(var problems) ->
                    new Answer.Faulty(
                            problems.stream()
                                    .map(one ->
                                            new Problem(
                                                    "--begin",
                                                    one.value(),
                                                    one.key(),
                                                    one.arguments()))
                                    .toList());
        };
    }

    private Answer answer(DraftOutcome outcome) {
        return switch (outcome) {
            case DraftOutcome.Done(var draft) -> changed(session, draft);
            case DraftOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private Answer seen(RightDrafts.Preview preview) {
        var lines = new ArrayList<String>();
        preview.affected()
                .forEach(one ->
                        lines.add(
                                session.text(
                                        one.loses().isZero()
                                                ? "cli.right.gains"
                                                : one.gains().isZero()
                                                        ? "cli.right.loses"
                                                        : "cli.right.both",
                                        "%07d".formatted(one.person().number()),
                                        one.resource().name(),
                                        one.first())));
        if (preview.more() > 0) {
            lines.add(session.text("cli.right.more", preview.more()));
        }
        lines.add(
                session.text(
                        "cli.right.preview", preview.people(), Long.toString(preview.basis())));
        return new Answer.Done(Map.of("preview", preview), lines);
    }

    static Answer changed(Session session, Draft draft) {
        return new Answer.Done(Map.of("draft", draft), List.of(line(session, draft)));
    }

    private String line(Draft draft) {
        return line(session, draft);
    }

    private static String line(Session session, Draft draft) {
        return session.text(
                "cli.right.draft",
                Long.toString(draft.id().number()),
                draft.name(),
                session.text("right-draft." + Values.kebab(draft.state())),
                draft.changes().size());
    }
}
