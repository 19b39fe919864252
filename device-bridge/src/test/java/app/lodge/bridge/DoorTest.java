package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.osdp.VirtualReaderEnd;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.SyncState;
import app.lodge.core.passages.Passages;
import app.lodge.core.passages.Passages.LookOutcome;
import app.lodge.core.passages.Passages.Purpose;
import app.lodge.core.rights.Effect;
import app.lodge.core.rights.Holder;
import app.lodge.core.rights.Rights;
import app.lodge.core.rights.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A door from the card at its reader to the strike and the books, over OSDP with a reader of our own at
/// the other end of the wire.
@Tag("ID-38")
@Tag("ID-39")
final class DoorTest {

    private static final String CHIP = "04A1B2C3D4E5F6";

    @TempDir Path folder;

    /// A reader, and what somebody who stands before it sees.
    private static final class Reader implements AutoCloseable {
        final List<String> seen = new CopyOnWriteArrayList<>();
        final AtomicReference<byte[]> key = new AtomicReference<>();
        final VirtualReaderEnd end;

        Reader(int port) throws IOException {
            end =
                    VirtualReaderEnd.listen(
                            port,
                            3,
                            new VirtualReaderEnd.OwnKey() {
                                @Override
                                public Optional<byte[]> load() {
                                    return Optional.ofNullable(key.get());
                                }

                                @Override
                                public void store(byte[] given) {
                                    key.set(given);
                                }
                            },
                            new VirtualReaderEnd.Output() {
                                @Override
                                public void strike(int output, int tenths) {
                                    seen.add("strike " + output + " for " + tenths);
                                }

                                @Override
                                public void light(String colour) {
                                    seen.add(colour);
                                }

                                @Override
                                public void beeps(int count) {
                                    seen.add("beep " + count);
                                }
                            });
        }

        void tap() {
            end.tap(HexFormat.of().parseHex(CHIP));
        }

        boolean saw(String what) {
            return seen.contains(what);
        }

        @Override
        public void close() {
            end.close();
        }
    }

    private static void arrange(TestBridge bridge, Reader reader) {
        bridge.add("lab-door", DeviceKind.DOOR);
        assertThat(
                        bridge.site()
                                .devices()
                                .configure(
                                        ADMIN,
                                        RequestId.fresh(),
                                        bridge.device("lab-door").id(),
                                        Map.of(
                                                "line", "tcp:127.0.0.1:" + reader.end.port(),
                                                "reader.address", "3",
                                                "contact.input", "0",
                                                "exit.input", "1",
                                                "held.seconds", "5")))
                .isInstanceOf(Devices.ConfigureOutcome.Configured.class);
        eventually(() -> online(bridge) && reader.end.secure());
    }

    private static boolean online(TestBridge bridge) {
        return bridge.site().devices().named(ADMIN, "lab-door").orElseThrow().online();
    }

    private static Rule grant(TestBridge bridge, TestBridge.Holder holder) {
        var door = bridge.site().rights().resources(ADMIN).getFirst();
        return ((Rights.RuleOutcome.Done)
                        bridge.site()
                                .rights()
                                .put(
                                        ADMIN,
                                        RequestId.fresh(),
                                        new Rule.Wanted(
                                                door.id(),
                                                Holder.person(holder.person().number()),
                                                Effect.GRANT,
                                                null,
                                                null,
                                                null)))
                .rule();
    }

    private static List<Devices.EventRow> events(TestBridge bridge, String kind) {
        return bridge
                .site()
                .devices()
                .events(ADMIN, bridge.device("lab-door").id(), null, 500)
                .rows()
                .stream()
                .filter(event -> event.kind().equals(kind))
                .toList();
    }

    private static boolean alarmed(TestBridge bridge, String code, boolean raised) {
        return events(bridge, "alarm").stream()
                .anyMatch(event ->
                        code.equals(event.content().get("code"))
                                && String.valueOf(raised).equals(event.content().get("raised")));
    }

    @Test
    void aCardOpensTheDoorWhileItMayAndOnlyThen() throws Exception {
        try (var bridge = new TestBridge(folder);
                var reader = new Reader(0)) {
            arrange(bridge, reader);
            var view = bridge.site().devices().named(ADMIN, "lab-door").orElseThrow();
            assertThat(view.sync()).isEqualTo(SyncState.IN_SYNC);
            assertThat(reader.key.get()).as("a key of its own, at once").hasSize(16);
            var anna = bridge.holder("Horvat", CHIP, 0);

            reader.tap();
            eventually(() -> reader.saw("RED") && events(bridge, "refused").size() == 1);
            assertThat(events(bridge, "refused").getFirst().content())
                    .containsEntry("why", "NO_RIGHT");
            assertThat(reader.seen).noneMatch(what -> what.startsWith("strike"));

            var rule = grant(bridge, anna);
            reader.tap();
            eventually(() -> reader.saw("strike 0 for 40") && reader.saw("GREEN"));
            eventually(() -> events(bridge, "passed").size() == 1);
            assertThat(events(bridge, "passed").getFirst().medium())
                    .isEqualTo("%07d-01".formatted(anna.person().number()));

            bridge.site().rights().withdraw(ADMIN, RequestId.fresh(), rule.id());
            reader.tap();
            eventually(() -> events(bridge, "refused").size() == 2);
            grant(bridge, anna);
            bridge.site().media().block(ADMIN, RequestId.fresh(), anna.medium(), BlockReason.LOST);
            reader.tap();
            eventually(() -> events(bridge, "refused").size() == 3);
            assertThat(events(bridge, "refused").getFirst().content())
                    .containsEntry("why", "BLOCKED_MEDIUM");
            assertThat(events(bridge, "passed")).hasSize(1);
        }
    }

    @Test
    @Tag("LOCK-65")
    void tamperForcedAndHeldOpenAreAlarmsAndTheExitButtonOpens() throws Exception {
        try (var bridge = new TestBridge(folder);
                var reader = new Reader(0)) {
            arrange(bridge, reader);
            reader.end.tamper(true);
            eventually(() -> alarmed(bridge, "TAMPER", true));
            reader.end.tamper(false);
            eventually(() -> alarmed(bridge, "TAMPER", false));

            reader.end.input(0, true);
            eventually(() -> alarmed(bridge, "DOOR_FORCED", true));
            reader.end.input(0, false);
            eventually(() -> alarmed(bridge, "DOOR_FORCED", false));

            reader.end.input(1, true);
            eventually(() -> reader.saw("strike 0 for 40"));
            reader.end.input(1, false);
            reader.end.input(0, true);
            eventually(() -> alarmed(bridge, "DOOR_HELD", true));
            reader.end.input(0, false);
            eventually(() -> alarmed(bridge, "DOOR_HELD", false));
            assertThat(
                            events(bridge, "alarm").stream()
                                    .filter(event ->
                                            "DOOR_FORCED".equals(event.content().get("code"))))
                    .as("the way out forces nothing")
                    .hasSize(2);
        }
    }

    @Test
    @Tag("ID-35")
    @Tag("ID-56")
    void theDeskOpensAndLooksForAReasonThatIsJournalled() throws Exception {
        try (var bridge = new TestBridge(folder);
                var reader = new Reader(0)) {
            arrange(bridge, reader);
            var door = bridge.device("lab-door").id();
            assertThat(
                            bridge.site()
                                    .passages()
                                    .open(ADMIN, RequestId.fresh(), door, Passages.Reason.VISITOR))
                    .isInstanceOf(Passages.OpenOutcome.Sent.class);
            eventually(() -> reader.saw("strike 0 for 40"));
            eventually(() -> events(bridge, "opened-from-desk").size() == 1);

            var anna = bridge.holder("Horvat", CHIP, 0);
            grant(bridge, anna);
            reader.tap();
            eventually(() -> events(bridge, "passed").size() == 1);
            var seen =
                    (LookOutcome.Seen)
                            bridge.site()
                                    .passages()
                                    .of(
                                            ADMIN,
                                            RequestId.fresh(),
                                            anna.person(),
                                            Instant.now().minusSeconds(600),
                                            Instant.now().plusSeconds(60),
                                            new Purpose(Purpose.Ground.INCIDENT, "C-7"));
            assertThat(seen.passages())
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.person()).isEqualTo(anna.person());
                        assertThat(one.what()).isEqualTo("passed");
                    });
        }
    }

    @Test
    void aReaderThatWasAwayIsBegunWithAnewOnTheKeyThatItHas() throws Exception {
        int port;
        byte[] key;
        try (var bridge = new TestBridge(folder)) {
            try (var reader = new Reader(0)) {
                arrange(bridge, reader);
                port = reader.end.port();
                key = reader.key.get();
                reader.end.mute(true);
                eventually(() -> !online(bridge));
                reader.end.mute(false);
                eventually(() -> online(bridge) && reader.end.secure());
            }
            eventually(() -> !online(bridge));
            try (var stranger = new Reader(port)) {
                stranger.key.set(new byte[16]);
                eventually(() -> alarmed(bridge, "WRONG_KEY", true));
                assertThat(online(bridge)).isFalse();
            }
        }
        try (var bridge = new TestBridge(folder);
                var reader = new Reader(port)) {
            reader.key.set(key);
            eventually(() -> online(bridge) && reader.end.secure());
            assertThat(reader.key.get()).as("no other key is given").isEqualTo(key);
            eventually(() -> alarmed(bridge, "WRONG_KEY", false));
        }
        var hex = HexFormat.of();
        for (var look : List.of(hex.formatHex(key), hex.withUpperCase().formatHex(key))) {
            try (var files = Files.walk(folder)) {
                assertThat(
                                files.filter(Files::isRegularFile)
                                        .filter(file -> contains(file, look, key)))
                        .as("no file of the home has the key in plain")
                        .isEmpty();
            }
        }
    }

    private static boolean contains(Path file, String hex, byte[] key) {
        try {
            var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return text.contains(hex)
                    || text.contains(new String(key, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return false;
        }
    }
}
