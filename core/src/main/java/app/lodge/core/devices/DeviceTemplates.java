package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Templates: a device is added from one and follows it, setting by setting, until a setting is its own
/// (SAFE-49). A template's settings change by a push ({@link Pushes}), which shows first whom it reaches.
public interface DeviceTemplates {

    static DeviceTemplates in(Books books) {
        return new BookedTemplates(books);
    }

    /// By name.
    List<Template> list(Actor actor);

    /// @param draft its settings are those that differ from the kind's presets
    MakeOutcome make(Actor actor, RequestId request, Draft draft);

    /// Adds a device with the template's settings, lists and roll-out group.
    Devices.AddOutcome add(
            Actor actor, RequestId request, long template, String name, String label, String place);

    /// Of every device, by its number.
    List<DeviceSetup> setups(Actor actor);

    /// A device follows a template from now on, or none; what it holds and the template does not becomes
    /// its own.
    ///
    /// @param template null for none
    SetupOutcome follow(Actor actor, RequestId request, DeviceId device, @Nullable Long template);

    /// The device's own setting goes back to what the template says.
    SetupOutcome followAgain(Actor actor, RequestId request, DeviceId device, String setting);

    /// @param group 1 to 40 of lower-case letters, digits and `-`; empty for none
    SetupOutcome putInGroup(Actor actor, RequestId request, DeviceId device, String group);

    /// @param settings key → value, of every setting of the kind
    /// @param lists that its devices get, in the order of delivery
    /// @param devices how many follow it
    record Template(
            long number,
            String name,
            DeviceKind kind,
            String group,
            List<String> lists,
            Map<String, String> settings,
            int devices,
            Instant changedAt) {}

    /// @param lists empty for all that the kind has; a block list cannot be left out
    record Draft(
            String name,
            DeviceKind kind,
            String group,
            List<String> lists,
            Map<String, String> settings) {}

    sealed interface MakeOutcome {
        record Made(Template template) implements MakeOutcome {}

        record Rejected(List<Problem> problems) implements MakeOutcome {}
    }

    sealed interface SetupOutcome {
        record Changed(DeviceSetup setup) implements SetupOutcome {}

        record Rejected(List<Problem> problems) implements SetupOutcome {}
    }
}
