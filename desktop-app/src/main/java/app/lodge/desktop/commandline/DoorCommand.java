package app.lodge.desktop.commandline;

/// A command that signs in at the site's bridge and asks its doors.
abstract class DoorCommand extends SiteCommand {

    DoorCommand(Session session) {
        super(session);
    }

    abstract Answer answer(Doors doors);

    @Override
    final Answer answer() {
        try (var doors = session.signIn()) {
            return answer(doors);
        }
    }
}
