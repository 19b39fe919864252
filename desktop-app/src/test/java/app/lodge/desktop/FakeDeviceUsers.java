package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceDuty;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceRight;
import app.lodge.core.devices.DeviceUsers;
import app.lodge.core.people.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Four users of whatever safe is asked about: one the safe knows, one on the way, one without a card, one
/// leaving.
final class FakeDeviceUsers implements DeviceUsers {

    final List<DeviceRight> put = new ArrayList<>();
    final List<PersonId> removed = new ArrayList<>();

    @Override
    public List<User> of(Actor actor, DeviceId safe) {
        var year = FakePeople.NOW.plus(Duration.ofDays(365));
        return List.of(
                user(safe, 1, "Anna Berger", Instant.EPOCH, null, Known.CONFIRMED),
                user(safe, 2, "Zoë Müller-Lüdenscheidt", FakePeople.NOW, year, Known.ON_ITS_WAY),
                user(safe, 3, "Ivo Horvat", Instant.EPOCH, year, Known.NO_CARD),
                user(safe, 4, "Ewa Żółć", FakePeople.NOW, null, Known.LEAVING));
    }

    private static User user(
            DeviceId safe,
            long number,
            String name,
            Instant from,
            @org.jspecify.annotations.Nullable Instant until,
            Known known) {
        var right =
                new DeviceRight(
                        number == 3 ? List.of(DeviceDuty.values()) : List.of(DeviceDuty.DEPOSIT),
                        from,
                        until);
        return new User(safe, new PersonId(number), name, right, known);
    }

    @Override
    public Outcome put(
            Actor actor, RequestId request, DeviceId safe, PersonId person, DeviceRight right) {
        if (right.may().isEmpty()) {
            return new Outcome.Rejected(List.of(Problem.of("may", "", "device-users.no-duty")));
        }
        put.add(right);
        return new Outcome.Done(new User(safe, person, "", right, Known.ON_ITS_WAY));
    }

    @Override
    public Outcome remove(Actor actor, RequestId request, DeviceId safe, PersonId person) {
        removed.add(person);
        return new Outcome.Gone(person);
    }
}
