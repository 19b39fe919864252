package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.rights.DraftId;
import app.lodge.core.rights.Effect;
import app.lodge.core.rights.RightDrafts;
import app.lodge.core.rights.RightDrafts.Change;
import app.lodge.core.rights.RightDrafts.DraftOutcome;
import app.lodge.core.rights.Rights;
import app.lodge.core.rights.Rights.RuleOutcome;
import app.lodge.core.rights.Rule;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge right grant` and `lodge right refuse`: a rule for a person or a group, at once or in a draft
/// (ID-35, ID-36, ID-37).
@Command(name = "grant")
final class GrantRight extends DoorCommand {

    private final Effect effect;

    @Parameters(index = "0", paramLabel = "HOLDER", descriptionKey = "right.grant.holder")
    String holder = "";

    @Parameters(index = "1", paramLabel = "RESOURCE", descriptionKey = "right.grant.resource")
    String resource = "";

    @Option(names = "--plan", paramLabel = "PLAN", descriptionKey = "right.grant.plan")
    String plan = "";

    @Option(names = "--from", paramLabel = "TIME", descriptionKey = "right.grant.from")
    String from = "";

    @Option(names = "--until", paramLabel = "TIME", descriptionKey = "right.grant.until")
    String until = "";

    @Option(names = "--draft", paramLabel = "NUMBER", descriptionKey = "right.grant.draft")
    String draft = "";

    GrantRight(Session session, Effect effect) {
        super(session);
        this.effect = effect;
    }

    @Override
    Answer answer(Doors doors) {
        var words = new RightWords(session, doors);
        var wanted =
                new Rule.Wanted(
                        words.resource(resource).id(),
                        words.holder(holder),
                        effect,
                        words.plan(plan),
                        words.moment("--from", from),
                        words.moment("--until", until));
        if (!draft.isEmpty()) {
            var id = new DraftId(Values.number("--draft", draft));
            return switch (doors.door(RightDrafts.class)
                    .change(doors.actor(), RequestId.fresh(), id, new Change.Put(wanted))) {
                case DraftOutcome.Done(var changed) -> DraftRights.changed(session, changed);
                case DraftOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
            };
        }
        return switch (doors.door(Rights.class).put(doors.actor(), RequestId.fresh(), wanted)) {
            case RuleOutcome.Done(var rule) ->
                    new Answer.Done(Map.of("rule", rule), words.lines(List.of(rule)));
            case RuleOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
