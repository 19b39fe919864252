package app.lodge.bridge;

import app.lodge.bridge.delivery.Delivery;
import app.lodge.bridge.delivery.Files;
import app.lodge.bridge.delivery.Orders;
import app.lodge.bridge.link.FieldLink;
import app.lodge.bridge.link.Lanes;
import app.lodge.core.books.Fact;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.FieldBooks;
import app.lodge.core.devices.FieldDevice;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Brings each committed fact to the devices that it concerns.
///
/// @param online names of the devices that are there, as they come and go
/// @param link null while nobody speaks
/// @param dropping ends a device's connection
record FieldNews(
        FieldBooks books,
        Delivery delivery,
        Orders orders,
        Files files,
        Lanes lanes,
        Set<String> online,
        Supplier<@Nullable FieldLink> link,
        Consumer<String> dropping) {

    private static final String DEVICE = "device:";

    /// Wakes deliveries. Called on the writer's thread: hands over and returns.
    void heard(List<Fact> facts) {
        for (var fact : facts) {
            switch (fact.kind()) {
                case "device.configured" ->
                        withDevice(
                                fact.subject(),
                                device -> withLink(device.name(), delivery::desire));
                case "device.commanded" ->
                        withDevice(fact.subject(), device -> withLink(device.name(), orders::push));
                case "rollout.moved" -> online.forEach(name -> withLink(name, files::offer));
                case "device.revoked" ->
                        withDevice(fact.subject(), device -> dropping.accept(device.name()));
                case "lists.changed", "compartment.assigned", "compartment.released" ->
                        blocksFirst();
                default -> {
                    // other facts change nothing that devices hold
                }
            }
        }
    }

    /// Sends again what was not confirmed in time.
    void deliverAgain() {
        books.behind().stream().filter(online::contains).sorted().forEach(this::deliverLists);
    }

    /// No device gets another list before each has been sent its blocks. What is dropped on the way comes
    /// with {@link #deliverAgain}.
    private void blocksFirst() {
        var names = List.copyOf(online);
        var left = new AtomicInteger(names.size());
        for (var name : names) {
            lanes.run(
                    name,
                    "state",
                    () -> {
                        try {
                            speak(name, delivery::pushBlocks);
                        } finally {
                            if (left.decrementAndGet() == 0) {
                                names.forEach(this::deliverLists);
                            }
                        }
                    });
        }
    }

    private void deliverLists(String name) {
        withLink(name, (open, device) -> delivery.push(open, device, List.of()));
    }

    private void withLink(String name, BiConsumer<FieldLink, FieldDevice> work) {
        lanes.run(name, "state", () -> speak(name, work));
    }

    private void speak(String name, BiConsumer<FieldLink, FieldDevice> work) {
        var open = link.get();
        if (open != null) {
            books.named(name).ifPresent(device -> work.accept(open, device));
        }
    }

    private void withDevice(String subject, Consumer<FieldDevice> work) {
        var number = subject.startsWith(DEVICE) ? subject.substring(DEVICE.length()) : "";
        if (number.matches("[0-9]{1,18}")) {
            lanes.run(
                    subject,
                    "fact",
                    () -> books.numbered(new DeviceId(Long.parseLong(number))).ifPresent(work));
        }
    }
}
