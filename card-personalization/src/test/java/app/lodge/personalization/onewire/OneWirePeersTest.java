package app.lodge.personalization.onewire;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.devices.DeviceException;
import app.lodge.personalization.cards.CardDesk;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.encoding.ButtonMedia;
import app.lodge.personalization.encoding.SamplePlans;
import app.lodge.personalization.encoding.SiteSeal;
import app.lodge.personalization.ibutton.ButtonFamily;
import app.lodge.personalization.ibutton.ButtonFiles;
import app.lodge.personalization.ibutton.Ds1977Memory;
import app.lodge.personalization.ibutton.KeyFile;
import app.lodge.personalization.ibutton.KeyRecord;
import app.lodge.personalization.virtual.onewire.Ds1971Button;
import app.lodge.personalization.virtual.onewire.Ds1972Button;
import app.lodge.personalization.virtual.onewire.Ds1977Button;
import app.lodge.personalization.virtual.onewire.MemoryButton;
import app.lodge.personalization.virtual.onewire.VirtualBus;
import app.lodge.personalization.virtual.onewire.VirtualButton;
import app.lodge.personalization.virtual.onewire.VirtualKeyPort;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs that we did not write speak to our emulated adapter over a pseudo-terminal, and our driver
/// after them: owserver with its shell commands, and digitemp. What one writes the other reads.
@Tag("KEY-25")
class OneWirePeersTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /// owserver empties both directions of the line right after bytes that have no answer. A UART has
    /// sent them by then; a pseudo-terminal would lose them.
    private static final String KEEP_OUTPUT =
            """
            #define _GNU_SOURCE
            #include <dlfcn.h>
            #include <termios.h>
            int tcflush(int fd, int queue) {
                static int (*real)(int, int);
                if (!real) real = (int (*)(int, int)) dlsym(RTLD_NEXT, "tcflush");
                return real(fd, queue == TCIOFLUSH ? TCIFLUSH : queue);
            }
            """;

    @TempDir Path folder;

    private final VirtualBus wire = new VirtualBus();
    private final MemoryButton ds1992 = button(0x08, 0x332211, 128);
    private final MemoryButton ds1993 = button(0x06, 0x776655, 512);
    private final MemoryButton ds1995 = button(0x0A, 0x0BADCAFE, 2048);
    private final MemoryButton ds1996 = button(0x0C, 0x02D3A7C5, 8192);
    private final VirtualButton bare = new VirtualButton(RomNumber.numbered(0x01, 0xFBC52B));
    private final Ds1972Button ds1972 = new Ds1972Button(RomNumber.numbered(0x2D, 0x1972));
    private final Ds1971Button ds1971 = new Ds1971Button(RomNumber.numbered(0x14, 0x1971));
    private final Ds1977Button ds1977 = new Ds1977Button(RomNumber.numbered(0x37, 0x1977));
    private VirtualKeyPort port;

    private static MemoryButton button(int family, long serial, int size) {
        return new MemoryButton(RomNumber.numbered(family, serial), size);
    }

    @BeforeEach
    void openAPort() {
        wire.lay(ds1992).lay(ds1993).lay(ds1995).lay(ds1996).lay(bare).lay(ds1972).lay(ds1971);
        try {
            port = VirtualKeyPort.open(wire);
        } catch (IOException e) {
            Assumptions.abort("SKIPPED: needs pseudo-terminals");
        }
    }

    @AfterEach
    void closeThePort() {
        if (port != null) {
            port.close();
        }
    }

    @Test
    void ourDriverOpensTheTerminalByNameAndChangesItsSpeed() throws DeviceException {
        try (var bus = OneWireBus.open(port.name())) {
            assertThat(bus.search()).hasSize(7);
            bus.lineRate(LineRate.BD_115200);
            assertThat(bus.overdrive(ds1996.rom())).isTrue();
            var memory = ButtonFamily.DS1996.memory(bus, ds1996.rom()).orElseThrow();
            var content = new byte[32];
            new Random(1).nextBytes(content);
            memory.write(255, content);
            assertThat(memory.readPage(255)).isEqualTo(content);
        }
        try (var bus = OneWireBus.open(port.name())) {
            assertThat(bus.search()).as("the chip is left at 9600").contains(bare.rom());
        }
    }

    /// owserver's pages are put together as files are (application note 114) by this test alone.
    @Test
    @Tag("ID-47")
    void owserverReadsWhatAPlanPutOnAKey() throws Exception {
        needs("owserver", "owserver");
        needs("owread", "ow-shell");
        needs("gcc", "gcc");
        var desk = new CardDesk(folder, "rathaus");
        var plan = SamplePlans.button("DS1993", 60);
        try (var bus = OneWireBus.open(port.name())) {
            var memory = ButtonFamily.DS1993.memory(bus, ds1993.rom()).orElseThrow();
            new KeyFile(memory, ds1993.rom(), new SiteSeal(desk.keys, CardDesk.CLERK))
                    .write(new KeyRecord(2524, 0, 500, 20_000, 3_000));
            ButtonMedia.of(desk.keys, plan)
                    .orElseThrow()
                    .encode(
                            CardDesk.CLERK,
                            memory,
                            ds1993.rom().uid(),
                            CardFacts.of(new CardNumber(1234, 2)),
                            Step.Log.none());
        }
        int number = freePort();
        var server = serve(number);
        try {
            var address = "127.0.0.1:" + number;
            awaitKeys(address);
            var directory = page(address, 0);
            int at = new String(directory, StandardCharsets.ISO_8859_1).indexOf("CARD");
            assertThat(at).isPositive();
            assertThat(directory[at + 6]).as("pages").isEqualTo((byte) 3);
            var file = new StringBuilder();
            for (int page = directory[at + 5]; page != 0; ) {
                byte[] packet = page(address, page);
                int length = packet[0];
                file.append(new String(packet, 1, length - 1, StandardCharsets.US_ASCII));
                page = packet[length];
            }
            assertThat(file.toString()).hasSize(60).startsWith("0001234-02Lodge    ");
        } finally {
            server.destroy();
            server.waitFor(5, TimeUnit.SECONDS);
            server.destroyForcibly();
        }
    }

    private byte[] page(String address, int page) throws IOException {
        var path = "/uncached/" + name(ds1993) + "/pages/page." + page;
        return HEX.parseHex(run(List.of("owread", "-s", address, "--hex", path)).strip());
    }

    @Test
    void digitempFindsEveryKey() throws Exception {
        needs("digitemp_DS9097U", "digitemp");
        var said =
                run(
                        List.of(
                                "digitemp_DS9097U",
                                "-c",
                                folder.resolve("rc").toString(),
                                "-w",
                                "-s",
                                port.name()));
        for (var button : wire.buttons()) {
            assertThat(said).contains(button.rom().hex());
        }
    }

    @Test
    void owserverAndOurDriverReadWhatTheOtherWrote() throws Exception {
        needs("owserver", "owserver");
        needs("owread", "ow-shell");
        needs("gcc", "gcc");
        plantFile();
        wire.strong();
        int number = freePort();
        var server = serve(number);
        try {
            var address = "127.0.0.1:" + number;
            var buttons = List.of(ds1992, ds1993, ds1995, ds1996);
            awaitKeys(address);
            for (var each : buttons) {
                readByThem(address, each);
                writtenByThem(address, each);
            }
            theirEepromIsOurs(address);
        } finally {
            server.destroy();
            server.waitFor(5, TimeUnit.SECONDS);
            server.destroyForcibly();
        }
        readByUs();
    }

    /// Pages are exchanged both ways, and once our driver has set passwords they read with ours only.
    @Test
    void owserverAndOurDriverExchangePagesOfADs1977() throws Exception {
        needs("owserver", "owserver");
        needs("owread", "ow-shell");
        needs("gcc", "gcc");
        wire.lay(ds1977);
        wire.strong();
        var ours = new byte[64];
        new Random(77).nextBytes(ours);
        ours[5] = (byte) 0xE3;
        try (var bus = OneWireBus.open(port.name())) {
            Ds1977Memory.open(bus, ds1977.rom()).write(3, ours);
        }
        var written = theirs(ds1977).repeat(2);
        served(address -> {
            var pages = "/uncached/" + name(ds1977) + "/pages/page.";
            assertThat(run(List.of("owread", "-s", address, "--hex", pages + 3)).strip())
                    .isEqualTo(HEX.formatHex(ours));
            run(List.of("owwrite", "-s", address, "--hex", pages + 4, written));
            assertThat(HEX.formatHex(ds1977.memory(), 256, 320)).isEqualTo(written);
        });
        byte[] password = HEX.parseHex("FEDCBA9876543210");
        try (var bus = OneWireBus.open(port.name())) {
            var open = Ds1977Memory.open(bus, ds1977.rom());
            assertThat(HEX.formatHex(open.readPage(4))).isEqualTo(written);
            open.guard(HEX.parseHex("0123456789ABCDEF"), password);
        }
        served(address -> {
            var key = "/uncached/" + name(ds1977);
            var page = List.of("owread", "-s", address, "--hex", key + "/pages/page.3");
            assertThat(run(page)).doesNotContain(HEX.formatHex(ours));
            for (var which : List.of("read", "full")) {
                run(
                        List.of(
                                "owwrite",
                                "-s",
                                address,
                                "--hex",
                                key + "/use_password/" + which,
                                HEX.formatHex(password)));
            }
            assertThat(run(page).strip()).isEqualTo(HEX.formatHex(ours));
        });
    }

    private interface Asking {
        void of(String address) throws Exception;
    }

    /// While owserver has the port.
    private void served(Asking work) throws Exception {
        int number = freePort();
        var server = serve(number);
        try {
            var address = "127.0.0.1:" + number;
            awaitKeys(address);
            work.of(address);
        } finally {
            server.destroy();
            server.waitFor(5, TimeUnit.SECONDS);
            server.destroyForcibly();
        }
    }

    /// Ours first: a file of our own on the largest key.
    private void plantFile() throws DeviceException {
        try (var bus = OneWireBus.open(port.name())) {
            var memory = ButtonFamily.DS1996.memory(bus, ds1996.rom()).orElseThrow();
            var files = new ButtonFiles(memory);
            files.format();
            files.write("CARD.0", "Lodge wrote this".getBytes(StandardCharsets.US_ASCII));
            for (var each : List.of(ds1992, ds1993, ds1995)) {
                var family = ButtonFamily.of(each.rom()).orElseThrow();
                var page = new byte[32];
                new Random(family.code()).nextBytes(page);
                page[7] = (byte) 0xE3;
                family.memory(bus, each.rom()).orElseThrow().write(1, page);
            }
            var row = ButtonFamily.DS1972.memory(bus, ds1972.rom()).orElseThrow();
            row.write(3, HEX.parseHex(theirs(ds1972)));
        }
    }

    private static String name(VirtualButton button) {
        var engraved = button.rom().hex();
        return engraved.substring(0, 2) + "." + engraved.substring(2, 14);
    }

    private void awaitKeys(String address) {
        Awaitility.await()
                .atMost(40, TimeUnit.SECONDS)
                .untilAsserted(() -> {
                    var listed = run(List.of("owdir", "-s", address, "/uncached"));
                    for (var button : wire.buttons()) {
                        assertThat(listed).contains(name(button));
                    }
                });
    }

    private void readByThem(String address, MemoryButton button) throws Exception {
        var path = "/uncached/" + name(button);
        assertThat(run(List.of("owread", "-s", address, path + "/address")).strip())
                .isEqualTo(button.rom().hex());
        var read = run(List.of("owread", "-s", address, "--hex", path + "/memory")).strip();
        assertThat(read).isEqualTo(HEX.formatHex(button.memory()));
    }

    private void writtenByThem(String address, MemoryButton button) throws Exception {
        var path = "/" + name(button) + "/pages/page.2";
        run(List.of("owwrite", "-s", address, "--hex", path, theirs(button)));
        assertThat(HEX.formatHex(button.memory(), 64, 96)).isEqualTo(theirs(button));
    }

    /// With the byte that has to be doubled.
    private static String theirs(VirtualButton button) {
        return ("E3E3" + button.rom().hex()).repeat(4).substring(0, 64);
    }

    /// EEPROM, which is copied another way.
    private void theirEepromIsOurs(String address) throws Exception {
        var path = name(ds1971) + "/memory";
        run(List.of("owwrite", "-s", address, "--hex", "/" + path, theirs(ds1971)));
        assertThat(HEX.formatHex(ds1971.memory())).isEqualTo(theirs(ds1971));
        assertThat(run(List.of("owread", "-s", address, "--hex", "/uncached/" + path)).strip())
                .isEqualTo(theirs(ds1971));
        var read =
                run(
                        List.of(
                                "owread",
                                "-s",
                                address,
                                "--hex",
                                "/uncached/" + name(ds1972) + "/memory"));
        assertThat(read.strip()).isEqualTo(HEX.formatHex(ds1972.memory()));
    }

    private void readByUs() throws DeviceException {
        try (var bus = OneWireBus.open(port.name())) {
            for (var button : List.of(ds1992, ds1993, ds1995, ds1996, ds1971)) {
                var family = ButtonFamily.of(button.rom()).orElseThrow();
                var memory = family.memory(bus, button.rom()).orElseThrow();
                int page = family == ButtonFamily.DS1971 ? 0 : 2;
                assertThat(HEX.formatHex(memory.readPage(page)))
                        .as("%s", family)
                        .isEqualTo(theirs(button));
            }
        }
    }

    private Process serve(int number) throws Exception {
        var source = Files.writeString(folder.resolve("keep.c"), KEEP_OUTPUT);
        var library = folder.resolve("keep.so");
        run(
                List.of(
                        "gcc",
                        "-shared",
                        "-fPIC",
                        "-o",
                        library.toString(),
                        source.toString(),
                        "-ldl"));
        var builder =
                new ProcessBuilder(
                        "owserver",
                        "--foreground",
                        "--error_level=0",
                        "-d",
                        port.name(),
                        "-p",
                        "127.0.0.1:" + number);
        builder.environment().put("LD_PRELOAD", library.toString());
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("owserver.log").toFile());
        return builder.start();
    }

    private String run(List<String> command) throws IOException {
        var out = folder.resolve("out");
        var process =
                new ProcessBuilder(new ArrayList<>(command))
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("%s does not end".formatted(command));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return Files.readString(out, StandardCharsets.ISO_8859_1);
    }

    private static void needs(String program, String debianPackage) {
        boolean found =
                List.of("/usr/bin/", "/usr/sbin/").stream()
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder + program)));
        Assumptions.assumeTrue(
                found, "SKIPPED: needs %s (apt-get install %s)".formatted(program, debianPackage));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
