package app.lodge.desktop.commandline;

import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceCare;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge device confirm`: the second person lets an order go out (SAFE-64).
@Command(name = "confirm")
final class ConfirmOrder extends DoorCommand {

    @Parameters(paramLabel = "ORDER", descriptionKey = "device.confirm.order")
    String order = "";

    ConfirmOrder(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var number = Values.number("ORDER", order);
        var outcome =
                doors.door(DeviceCare.class).confirm(doors.actor(), RequestId.fresh(), number);
        return switch (outcome) {
            case SENT -> Answer.done(Map.of("order", number), session.text("devices.order-sent"));
            case YOURSELF -> Answer.refused("devices.order-yours");
            case NOT_ASKED ->
                    new Answer.Faulty(List.of(Problem.of("ORDER", number, "devices.order-over")));
        };
    }
}
