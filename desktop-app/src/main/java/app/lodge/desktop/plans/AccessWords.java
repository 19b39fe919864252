package app.lodge.desktop.plans;

import app.lodge.core.encodingplans.PlannedFile;
import app.lodge.core.encodingplans.PlannedFile.Rights;
import app.lodge.core.encodingplans.PlannedMedium;
import app.lodge.core.encodingplans.PlannedMedium.Application;
import app.lodge.core.encodingplans.PlannedMedium.Area;
import app.lodge.core.encodingplans.PlannedMedium.Pages;
import app.lodge.core.texts.Texts;
import app.lodge.desktop.shell.Message;
import java.util.function.IntFunction;

/// Who may do what with a place, as a sentence.
final class AccessWords {

    private AccessWords() {}

    static Message file(Application application, PlannedFile file) {
        var rights = file.rights();
        return Message.of(
                "plans.access.file",
                key(application, rights.read()),
                key(application, rights.write()),
                key(application, rights.readWrite()),
                key(application, rights.change()));
    }

    static Message block(PlannedMedium.Block block) {
        return Message.of("plans.option." + Texts.kebab(block.access()));
    }

    static Message area(Pages pages, Area area) {
        int last = area.first() + area.pages() - 1;
        boolean locked = pages.locked().contains(area.first());
        var password = pages.password().filter(guard -> guard.protectedFrom() <= last);
        if (locked) {
            return Message.of("plans.access.locked");
        }
        return Message.of(
                password.isEmpty()
                        ? "plans.access.free"
                        : password.get().alsoReading()
                                ? "plans.access.password"
                                : "plans.access.password-writes");
    }

    private static Message key(Application application, int right) {
        return key(
                right,
                index ->
                        index < application.keys().size()
                                ? Message.of(
                                        "plans.option."
                                                + Texts.kebab(
                                                        application.keys().get(index).purpose()))
                                : "?");
    }

    /// @param purpose of a key, by its place
    static Message key(int right, IntFunction<Object> purpose) {
        return switch (right) {
            case Rights.FREE -> Message.of("plans.everybody");
            case Rights.NEVER -> Message.of("plans.nobody");
            default -> Message.of("plans.key", right, purpose.apply(right));
        };
    }
}
