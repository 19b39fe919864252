package app.lodge.desktop.commandline;

import app.lodge.core.devices.DeviceUsers;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/// `lodge safe users`: who may do what at a safe, and whether the safe goes by it (SAFE-63).
@Command(name = "users")
final class ListSafeUsers extends SafeCommand {

    ListSafeUsers(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var id = find(doors).orElse(null);
        if (id == null) {
            return unknown();
        }
        var users = doors.door(DeviceUsers.class).of(doors.actor(), id);
        return new Answer.Done(
                Map.of("users", users),
                users.isEmpty()
                        ? List.of(session.text("cli.safe.nobody", safe))
                        : users.stream().map(this::line).toList());
    }
}
