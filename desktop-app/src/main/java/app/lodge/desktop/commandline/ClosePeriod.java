package app.lodge.desktop.commandline;

import app.lodge.core.accounts.Periods;
import app.lodge.core.accounts.Periods.PeriodOutcome;
import app.lodge.core.books.RequestId;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge period close`: closes a month; with `--start` it is only being looked over.
@Command(name = "close")
final class ClosePeriod extends DoorCommand {

    @Parameters(index = "0", paramLabel = "MONTH", descriptionKey = "period.month")
    String month = "";

    @Option(names = "--start", descriptionKey = "period.start")
    boolean start;

    ClosePeriod(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var wanted = Values.month("MONTH", month);
        var periods = doors.door(Periods.class);
        var outcome =
                start
                        ? periods.startClosing(doors.actor(), RequestId.fresh(), wanted)
                        : periods.close(doors.actor(), RequestId.fresh(), wanted);
        return switch (outcome) {
            case PeriodOutcome.Changed(var period) ->
                    Answer.done(
                            Map.of("period", period),
                            period.month()
                                    + "  "
                                    + session.text("period-state." + Values.kebab(period.state())));
            case PeriodOutcome.NotOver(var last) ->
                    Answer.refused("cli.period.not-over", wanted.toString(), last.toString());
            case PeriodOutcome.NotInOrder(var first) ->
                    Answer.refused("cli.period.not-in-order", first.toString());
            case PeriodOutcome.NotPossible(var state) ->
                    Answer.refused(
                            "cli.period.not-possible",
                            wanted.toString(),
                            session.text("period-state." + Values.kebab(state)));
        };
    }
}
