package app.lodge.desktop.commandline;

import app.lodge.core.cashdesk.CashDesks;
import picocli.CommandLine.Command;

/// `lodge cash-desk status`: the shift of this workstation, and what must lie in its drawer (ID-34).
@Command(name = "status")
final class ShowCashDesk extends DoorCommand {

    ShowCashDesk(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        return new CashDeskAnswers(session)
                .of(
                        doors.door(CashDesks.class)
                                .till(doors.actor(), CashDeskAnswers.currency(doors)));
    }
}
