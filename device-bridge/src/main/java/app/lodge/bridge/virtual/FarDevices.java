package app.lodge.bridge.virtual;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.Devices.AddOutcome.Added;
import app.lodge.core.doors.Connection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Virtual devices in a process of their own, on whatever machine reaches the bridge. A line that names one
/// of them first is for its {@link DeviceConsole}.
public final class FarDevices implements AutoCloseable {

    private final Map<String, VirtualDevice> devices = new TreeMap<>();
    private final LiveSurroundings surroundings;

    private FarDevices(LiveSurroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// @param bridge folder with the bridge's `bridge.json`, or a copy of it
    /// @param state the devices' own stores
    /// @param stem of their names; those of an earlier run come back as who they were
    public record Order(Path bridge, Path state, String stem, DeviceKind kind, int count) {

        String name(int number) {
            return stem + "-" + number;
        }
    }

    /// Makes them known where they are not, and puts them into the field.
    ///
    /// @throws IOException if the bridge says no, or a store cannot be used
    public static FarDevices start(Order order, Devices books, Actor actor, InstantSource clock)
            throws IOException {
        var far =
                new FarDevices(new LiveSurroundings(() -> Connection.read(order.bridge()), clock));
        try {
            for (var name :
                    IntStream.rangeClosed(1, order.count()).mapToObj(order::name).toList()) {
                var state = order.state().resolve(name);
                var code =
                        new DeviceFolder(state).joined().isPresent()
                                ? ""
                                : code(books, actor, order.kind(), name);
                far.devices.put(
                        name,
                        VirtualDevices.start(
                                new VirtualDevices.Order(order.bridge(), name, code, state),
                                far.surroundings));
            }
            return far;
        } catch (IOException | RuntimeException e) {
            far.close();
            throw e;
        }
    }

    private static String code(Devices books, Actor actor, DeviceKind kind, String name)
            throws IOException {
        var known = books.named(actor, name);
        if (known.isPresent()) {
            return books.renewJoinCode(actor, RequestId.fresh(), known.get().device().id())
                    .map(Devices.JoinCode::code)
                    .orElse("");
        }
        return switch (books.add(actor, RequestId.fresh(), name, kind, name, "")) {
            case Added(var _, var code) -> code.code();
            case Devices.AddOutcome.Rejected(var problems) ->
                    throw new IOException(name + ": " + problems);
        };
    }

    public long connected() {
        return devices.values().stream().filter(VirtualDevice::connected).count();
    }

    public int unacknowledged() {
        return devices.values().stream().mapToInt(VirtualDevice::unacknowledged).sum();
    }

    /// Obeys lines until `quit` or their end: `status`, or a device's name and what it is told.
    public void run(BufferedReader lines, Appendable answers) {
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = line.strip().split("\\s+", 2);
                var device = devices.get(words[0]);
                if (words[0].equals("quit")) {
                    return;
                } else if (device != null && words.length == 2) {
                    new DeviceConsole(device)
                            .run(new BufferedReader(new StringReader(words[1])), answers);
                } else if (words[0].equals("status")) {
                    answers.append(
                            "{\"connected\":%d,\"unacknowledged\":%d}%n"
                                    .formatted(connected(), unacknowledged()));
                } else if (!words[0].isEmpty()) {
                    answers.append("{\"ok\":false,\"result\":\"usage\"}\n");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        devices.values().forEach(VirtualDevice::close);
        surroundings.close();
    }
}
