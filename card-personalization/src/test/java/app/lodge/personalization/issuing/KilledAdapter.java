package app.lodge.personalization.issuing;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.ContactKeys;
import app.lodge.core.media.ContactKeys.Present;
import app.lodge.core.people.PersonId;
import app.lodge.core.site.Site;
import app.lodge.personalization.issuing.KeyIssuing.KeyOrder;
import app.lodge.personalization.issuing.KeyIssuing.KeyOutcome;
import app.lodge.personalization.issuing.KeyIssuing.Standing;
import app.lodge.personalization.onewire.OneWireBus;
import app.lodge.personalization.onewire.RomNumber;
import app.lodge.personalization.virtual.onewire.MemoryButton;
import app.lodge.personalization.virtual.onewire.VirtualBus;
import app.lodge.personalization.virtual.onewire.VirtualKeyLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// A workstation with a contact key on its adapter, in a process of its own that may be killed at a step
/// of the books or at a write to the adapter. What the key holds by then outlives it.
final class KilledAdapter {

    static final Actor CHIEF = new Actor(1, "chief", Role.ADMINISTRATOR, "desk-1");
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z"));

    private static final Duration SOON = Duration.ofMillis(50);
    private static final int KILLED = 137;
    private static final int BYTES = 128;

    private final Path contents;
    private final MemoryButton button = new MemoryButton(RomNumber.numbered(0x08, 7), BYTES);

    KilledAdapter(Path folder) throws IOException {
        contents = folder.resolve("key.bin");
        if (Files.exists(contents)) {
            button.plant(0, Files.readAllBytes(contents));
        }
    }

    /// @param arguments folder, person, and where the process dies: `before enrol`, `after ready`, or
    ///     `write 40`
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var adapter = new KilledAdapter(folder);
        var place = arguments[2];
        int write = place.startsWith("write ") ? Integer.parseInt(place.substring(6)) : -1;
        try (var site = FoundedSite.again(folder, CLOCK)) {
            var person = new PersonId(Long.parseLong(arguments[1]));
            var keys = dying(site.contactKeys(), place, adapter::die);
            System.exit(
                    adapter.encode(site, keys, person, write) instanceof KeyOutcome.Ready ? 0 : 1);
        }
    }

    KeyOutcome encode(Site site, PersonId person) throws DeviceException {
        return encode(site, site.contactKeys(), person, -1);
    }

    /// How many writes to the adapter a key costs from the first to the last.
    int writes(Site site, PersonId person) throws DeviceException {
        var line = line(-1);
        try (var bus = OneWireBus.on(line)) {
            encode(bus, site, site.contactKeys(), person);
        }
        return line.writes;
    }

    private KeyOutcome encode(Site site, ContactKeys keys, PersonId person, int dyingAt)
            throws DeviceException {
        try (var bus = OneWireBus.on(line(dyingAt))) {
            return encode(bus, site, keys, person);
        }
    }

    private DyingLine line(int dyingAt) {
        var wire = new VirtualBus().lay(button);
        return new DyingLine(new VirtualKeyLine("COM7", wire), dyingAt, this::die);
    }

    private static KeyOutcome encode(OneWireBus bus, Site site, ContactKeys keys, PersonId person)
            throws DeviceException {
        var order =
                new KeyOrder(
                        RequestId.fresh(),
                        person,
                        "2524",
                        Present.KEEP,
                        Optional.of(4_250),
                        20_000,
                        2_000,
                        Standing.KEEP);
        return new KeyIssuing(keys, site.cardKeys(), site.encodingPlans())
                .encode(CHIEF, bus, order, SOON);
    }

    /// Nothing is closed and no hook runs.
    private void die() {
        try {
            Files.write(contents, button.memory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().halt(KILLED);
    }

    private static ContactKeys dying(ContactKeys keys, String place, Runnable death) {
        return (ContactKeys)
                Proxy.newProxyInstance(
                        ContactKeys.class.getClassLoader(),
                        new Class<?>[] {ContactKeys.class},
                        (_, method, arguments) -> {
                            if (place.equals("before " + method.getName())) {
                                death.run();
                            }
                            try {
                                var answer = method.invoke(keys, arguments);
                                if (place.equals("after " + method.getName())) {
                                    death.run();
                                }
                                return answer;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
