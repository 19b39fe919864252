package app.lodge.desktop.commandline;

import app.lodge.core.cashdesk.CashDesks.ShiftOutcome;
import app.lodge.core.cashdesk.ClosingReport;
import app.lodge.core.cashdesk.Till;
import app.lodge.core.settings.Settings;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/// What commands say of a cash desk.
record CashDeskAnswers(Session session) {

    static Currency currency(Doors doors) {
        return doors.door(Settings.class).site(doors.actor()).currency();
    }

    Answer of(ShiftOutcome outcome) {
        return switch (outcome) {
            case ShiftOutcome.Done(Till till) -> of(till);
            case ShiftOutcome.Closed(ClosingReport report) ->
                    new Answer.Done(
                            Map.of("report", report),
                            List.of(
                                    session.text(
                                            "cli.cash-desk.closed",
                                            "%s-%06d".formatted(report.series(), report.number()),
                                            report.expected().toString(),
                                            report.counted().toString(),
                                            report.difference().toString()),
                                    session.text(
                                            "cli.cash-desk.anchor",
                                            String.valueOf(report.journalNumber()),
                                            report.journalHash())));
            case ShiftOutcome.AlreadyOpen(var shift) ->
                    Answer.refused(
                            "cli.cash-desk.already-open",
                            String.valueOf(shift.number()),
                            shift.keeperName());
            case ShiftOutcome.NotOpen _ -> Answer.refused("cli.cash-desk.none-open");
            case ShiftOutcome.Unexplained(var expected, var counted) ->
                    Answer.refused(
                            "cli.cash-desk.unexplained", expected.toString(), counted.toString());
            case ShiftOutcome.NotEnoughCash(var there) ->
                    Answer.refused("cli.cash-desk.not-enough", there.toString());
            case ShiftOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    Answer of(Till till) {
        var line =
                till.shift()
                        .map(shift ->
                                session.text(
                                        "cli.cash-desk.open",
                                        till.workstation(),
                                        String.valueOf(shift.number()),
                                        shift.keeperName(),
                                        shift.openingFloat().toString(),
                                        till.expected().toString()))
                        .orElseGet(() ->
                                session.text(
                                        "cli.cash-desk.no-shift",
                                        till.workstation(),
                                        till.expected().toString()));
        return Answer.done(Map.of("till", till), line);
    }

    /// The open shift of this workstation; 0 for none.
    static long shift(Doors doors) {
        return doors.door(app.lodge.core.cashdesk.CashDesks.class)
                .till(doors.actor(), currency(doors))
                .shift()
                .map(shift -> shift.number())
                .orElse(0L);
    }
}
