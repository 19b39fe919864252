package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.rights.DraftId;
import app.lodge.core.rights.RightDrafts;
import app.lodge.core.rights.RightDrafts.Change;
import app.lodge.core.rights.RightDrafts.DraftOutcome;
import app.lodge.core.rights.Rights;
import app.lodge.core.rights.Rights.RuleOutcome;
import app.lodge.core.rights.RuleId;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge right withdraw`: ends a rule, at once or in a draft (ID-35).
@Command(name = "withdraw")
final class WithdrawRight extends DoorCommand {

    @Parameters(index = "0", paramLabel = "RULE", descriptionKey = "right.withdraw.rule")
    String rule = "";

    @Option(names = "--draft", paramLabel = "NUMBER", descriptionKey = "right.grant.draft")
    String draft = "";

    WithdrawRight(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var id = new RuleId(Values.number("RULE", rule));
        if (!draft.isEmpty()) {
            var into = new DraftId(Values.number("--draft", draft));
            return switch (doors.door(RightDrafts.class)
                    .change(doors.actor(), RequestId.fresh(), into, new Change.Withdraw(id))) {
                case DraftOutcome.Done(var changed) -> DraftRights.changed(session, changed);
                case DraftOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
            };
        }
        return switch (doors.door(Rights.class).withdraw(doors.actor(), RequestId.fresh(), id)) {
            case RuleOutcome.Done(var gone) ->
                    new Answer.Done(
                            Map.of("rule", gone),
                            new RightWords(session, doors).lines(List.of(gone)));
            case RuleOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
