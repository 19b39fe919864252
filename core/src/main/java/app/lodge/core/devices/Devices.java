package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Page;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Field devices: added, configured, watched (ID-39, ID-49, LOCK-40, LOCK-77).
public interface Devices {

    /// @param names tells who holds a compartment, to actors who may know it
    static Devices in(Books books, PersonNames names) {
        return new BookedDevices(books, names);
    }

    AddOutcome add(
            Actor actor,
            RequestId request,
            String name,
            DeviceKind kind,
            String label,
            String place);

    /// A new one-time code for a device that joins again; the code before it is void.
    Optional<JoinCode> renewJoinCode(Actor actor, RequestId request, DeviceId id);

    List<DeviceView> list(Actor actor);

    Optional<DeviceView> find(Actor actor, DeviceId id);

    Optional<DeviceView> named(Actor actor, String name);

    /// The settings that devices of this kind have.
    List<ConfigField> fields(Actor actor, DeviceKind kind);

    /// Makes the next version of the desired configuration; it is pushed at once.
    ///
    /// @param changes key → value; keys not named keep their value
    ConfigureOutcome configure(
            Actor actor, RequestId request, DeviceId id, Map<String, String> changes);

    /// Fixed assignment of a compartment to one person (LOCK-40).
    AssignOutcome assign(
            Actor actor, RequestId request, DeviceId cabinet, int compartment, PersonId person);

    AssignOutcome release(Actor actor, RequestId request, DeviceId cabinet, int compartment);

    List<Assignment> assignments(Actor actor, DeviceId cabinet);

    /// What a device did, newest first: the device journal (ID-53).
    Page<EventRow> events(Actor actor, DeviceId id, @Nullable String after, int limit);

    /// @param validUntil after this the code is void
    record JoinCode(String device, String code, Instant validUntil) {}

    sealed interface AddOutcome {
        record Added(Device device, JoinCode code) implements AddOutcome {}

        record Rejected(List<Problem> problems) implements AddOutcome {}
    }

    sealed interface ConfigureOutcome {
        record Configured(DeviceView view) implements ConfigureOutcome {}

        record Rejected(List<Problem> problems) implements ConfigureOutcome {}
    }

    sealed interface AssignOutcome {
        record Assigned(Assignment assignment) implements AssignOutcome {}

        record Released(int compartment) implements AssignOutcome {}

        record Occupied(Assignment by) implements AssignOutcome {}

        record Rejected(List<Problem> problems) implements AssignOutcome {}
    }

    record Assignment(
            DeviceId cabinet, int compartment, PersonId person, String personName, Instant since) {}

    /// @param at the device's time; `receivedAt` ours
    /// @param clockOffset the device's clock minus ours, in milliseconds; null where not measured
    /// @param medium number of the medium concerned, `0001234-01`; empty for none
    record EventRow(
            long seq,
            String kind,
            Instant at,
            Instant receivedAt,
            boolean late,
            String medium,
            Map<String, String> content,
            @Nullable Long posting,
            @Nullable Long clockOffset) {}
}
