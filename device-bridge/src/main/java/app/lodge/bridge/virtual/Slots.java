package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Down;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is installed: the program, the one before it, and what is shown to people.
///
/// @param shown name and language of an image or a message → its version
record Slots(Slot program, @Nullable Slot before, Map<String, Slot> shown) {

    Slots {
        shown = Map.copyOf(shown);
    }

    /// @param sha256 upper-case hex; empty for what it was delivered with
    record Slot(String name, String version, String sha256) {
        String title() {
            return (name + " " + version).strip();
        }
    }

    static Slots delivered(String program) {
        return new Slots(new Slot(program, "", ""), null, Map.of());
    }

    Slots with(Down.File file) {
        var slot = new Slot(file.name(), file.version(), file.sha256());
        if (file.kind().equals("program")) {
            return new Slots(slot, program, shown);
        }
        var more = new TreeMap<>(shown);
        more.put((file.name() + " " + file.language()).strip(), slot);
        return new Slots(program, before, more);
    }

    /// What was there before; a picture or text has nothing before it and goes.
    Slots without(Down.File file) {
        var one = before;
        if (file.kind().equals("program")) {
            return one == null ? this : new Slots(one, program, shown);
        }
        var fewer = new TreeMap<>(shown);
        fewer.remove((file.name() + " " + file.language()).strip());
        return new Slots(program, before, fewer);
    }
}
