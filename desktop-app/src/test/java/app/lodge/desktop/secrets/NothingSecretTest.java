package app.lodge.desktop.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.doors.Connection;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.KnownSecrets;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A bridge and a desk, two processes that log all they can, live through a whole day of secrets. Then
/// everything is searched for them: logs, what the programs printed, the wire, exports, backups, the
/// database, the journal, and the heaps of both (CHAIN-08).
///
/// The bridge's heap is that of a running bridge with its vault open. What may be in it is said in
/// docs/security.md and listed in {@link #IN_THE_BRIDGE}.
@Tag("CHAIN-08")
class NothingSecretTest {

    /// What a running bridge cannot do without: H2 asks for the database's password at each connection.
    private static final Set<String> IN_THE_BRIDGE = Set.of("password of the database");

    private static final Path SOFT_HSM = Path.of("/usr/lib/softhsm/libsofthsm2.so");

    /// As people type them; by the name of the file from which the desk reads them.
    private static final Map<String, String> TYPED =
            Map.of(
                    "admin", "Quittengelee-im-Juni-9",
                    "ben", "zwölf-Boxkämpfer-jagen",
                    "wrong", "was-it-perhaps-this-one",
                    "pin", "73915826",
                    "wrong-pin", "60418293",
                    "token-pin", "48260917");

    @TempDir Path folder;
    private Path site;
    private Path desk;
    private Path typed;
    private Path softHsm;
    private final Needles needles = new Needles();
    private final Needles inHeap = new Needles();
    private final Needles never = new Needles();

    @BeforeEach
    void folders() throws Exception {
        site = folder.resolve("site");
        desk = Files.createDirectory(folder.resolve("desk"));
        typed = Files.createDirectory(folder.resolve("typed"));
        Files.createDirectory(folder.resolve("tokens"));
        softHsm = folder.resolve("softhsm2.conf");
        Files.writeString(
                softHsm,
                "directories.tokendir = %s%nobjectstore.backend = file%n"
                        .formatted(folder.resolve("tokens")));
        for (var each : TYPED.entrySet()) {
            Files.writeString(typed.resolve(each.getKey()), each.getValue());
            word(each.getKey(), each.getValue());
        }
        Site.create(
                new Home(site),
                SiteSettings.of(
                        "Test site", Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"), "en"),
                "admin",
                TYPED.get("admin").toCharArray(),
                Clock.systemUTC(),
                new KdfCost(64, 1, 1));
    }

    @Test
    void aDayLeavesNothingSecretAnywhere() throws Exception {
        try (var bench = new CardBench(2)) {
            try (var bridge = bridge("bridge.log");
                    var wire = new Recorder(Connection.read(site).orElseThrow().port());
                    var clerk = desk(bench, wire)) {
                assertThat(clerk.does("sign-in admin wrong")).isEqualTo("Wrong");
                assertThat(clerk.does("sign-in admin admin")).isEqualTo("SignedIn");
                assertThat(clerk.does("add ben")).isEqualTo("Done");
                var person = clerk.does("person Kowalski");
                clerk.does("card 0 " + person);
                clerk.does("ceremony CREATE ben");
                assertThat(clerk.does("read 0")).isNotBlank();
                clerk.does("renew 0");
                clerk.does("operator-card 1 pin");
                assertThat(clerk.does("enter 1 wrong-pin")).isEqualTo("WrongPin");
                assertThat(clerk.does("enter 1 pin")).isEqualTo("SignedIn");
                assertThat(clerk.does("lodge --as admin journal export --out " + desk))
                        .isEqualTo("0");
                assertThat(clerk.does("lodge --as admin export --entity people --out " + desk))
                        .isEqualTo("0");
                assertThat(clerk.does("lodge --as admin backup")).isEqualTo("0");

                known(bench, List.of(Long.parseLong(person)));
                searchProcess("bridge", bridge, IN_THE_BRIDGE);
                searchProcess("desk", clerk, Set.of());
                assertThat(heap(never, "desk, with all its garbage", clerk, "all"))
                        .as("keys of cards, ever, at the desk")
                        .isEmpty();
                var half = clerk.does("half-ceremony BACK_UP ben");
                assertThat(settled("bridge in a ceremony", bridge, allowed(IN_THE_BRIDGE)))
                        .isSubsetOf(allowed(IN_THE_BRIDGE));
                assertThat(clerk.does("abandon " + half)).isEqualTo("true");
                assertThat(needles.in(wire.passed())).as("the wire").isEmpty();
            }
            withItsKeyInAToken(bench);
        }
        assertThat(
                        needles.below(
                                folder,
                                Set.of(
                                        site.resolve("unlock.secret"),
                                        typed.resolve("share-1"),
                                        typed.resolve("share-2"),
                                        typed.resolve("share-3"))))
                .filteredOn(line -> !line.startsWith("typed/"))
                .isEmpty();
    }

    /// The same site goes on with a PKCS#11 token: its PIN and the key inside are nowhere either.
    private void withItsKeyInAToken(CardBench bench) throws Exception {
        Assumptions.assumeTrue(Files.exists(SOFT_HSM), "SKIPPED: needs softhsm2");
        initToken();
        Files.writeString(
                site.resolve("lodge.properties"),
                "vault.store=pkcs11\nvault.pkcs11.library=%s\nvault.pkcs11.token=lodge\nvault.pkcs11.pin-file=%s\n"
                        .formatted(SOFT_HSM, typed.resolve("token-pin")));
        try (var bridge = bridge("bridge-with-token.log");
                var wire = new Recorder(Connection.read(site).orElseThrow().port());
                var clerk = desk(bench, wire)) {
            clerk.does("sign-in admin admin");
            clerk.does("ceremony ROLL_OVER ben");
            clerk.does("renew 0");
            known(bench, List.of(1L));
            searchProcess("bridge with a token", bridge, IN_THE_BRIDGE);
            searchProcess("desk of a site with a token", clerk, Set.of());
            assertThat(needles.in(wire.passed())).as("the wire").isEmpty();
        }
    }

    private void initToken() throws Exception {
        var builder =
                new ProcessBuilder(
                                "softhsm2-util",
                                "--init-token",
                                "--free",
                                "--label",
                                "lodge",
                                "--so-pin",
                                "87654321",
                                "--pin",
                                TYPED.get("token-pin"))
                        .redirectErrorStream(true);
        builder.environment().put("SOFTHSM2_CONF", softHsm.toString());
        var process = builder.start();
        assertThat(new String(process.getInputStream().readAllBytes()))
                .contains("has been initialized");
    }

    private Watched bridge(String log) throws Exception {
        Files.deleteIfExists(site.resolve(Connection.FILE));
        var bridge =
                new Watched(
                        BridgeUnderTest.class,
                        folder.resolve(log),
                        List.of(site.toString()),
                        softHsm);
        bridge.answers();
        return bridge;
    }

    /// The desk knows the bridge by a wire that is listened to.
    private Watched desk(CardBench bench, Recorder wire) throws Exception {
        var there = Connection.read(site).orElseThrow();
        new Connection(
                        there.host(),
                        wire.port(),
                        there.certificate(),
                        there.mqttPort(),
                        there.joinPort(),
                        there.pid())
                .write(desk);
        // the command line looks whether there is a site before it calls
        Files.writeString(desk.resolve("vault.lodge"), "on the bridge's machine");
        var clerk =
                new Watched(
                        DeskUnderTest.class,
                        folder.resolve("desk-" + wire.port() + ".log"),
                        List.of(desk.toString(), typed.toString(), String.valueOf(bench.port())),
                        softHsm);
        clerk.answers();
        return clerk;
    }

    private void known(CardBench bench, List<Long> people) throws Exception {
        byte[] secret =
                Files.readString(site.resolve("unlock.secret"))
                        .strip()
                        .getBytes(StandardCharsets.UTF_8);
        word("unlock secret", new String(secret, StandardCharsets.UTF_8));
        key("unlock secret", KnownSecrets.hex(new String(secret, StandardCharsets.UTF_8)));
        var shares = new ArrayList<char[]>();
        for (int number = 1; number <= 3; number++) {
            var text = Files.readString(typed.resolve("share-" + number));
            word("share " + number, text);
            shares.add(text.toCharArray());
        }
        var keys = new LinkedHashMap<>(KnownSecrets.ofShares(shares));
        keys.putAll(
                KnownSecrets.of(site.resolve("vault.lodge"), secret, bench.uids(), people, shares));
        assertThat(keys).hasSizeGreaterThan(40);
        for (var each : keys.entrySet()) {
            key(each.getKey(), each.getValue());
            if (!each.getKey().startsWith("plain")) {
                never.key(each.getKey(), each.getValue());
            }
        }
        inHeap.key("canary", BridgeUnderTest.canary());
    }

    private void key(String name, byte[] key) {
        needles.key(name, key);
        inHeap.key(name, key);
    }

    private void word(String name, String word) {
        needles.word(name, word);
        inHeap.word(name, word);
    }

    private void searchProcess(String name, Watched process, Set<String> allowed) throws Exception {
        if (Files.exists(process.log())) {
            assertThat(needles.in(process.log())).as("the log of the " + name).isEmpty();
        }
        assertThat(needles.in(process.said().getBytes(StandardCharsets.UTF_8)))
                .as("what the %s printed", name)
                .isEmpty();
        var found = settled(name, process, allowed(allowed));
        if (name.startsWith("bridge")) {
            assertThat(Files.size(process.log())).as("it logs all it can").isGreaterThan(20_000);
            assertThat(found).as("the search must be able to find").contains("canary as bytes");
        }
        assertThat(found).as("the heap of the " + name).isSubsetOf(allowed(allowed));
    }

    /// What is in the heap in use, once the connections that were just closed are let go of: the JDK's
    /// server looks after them every second.
    private Set<String> settled(String name, Watched process, Set<String> allowed)
            throws Exception {
        var found = heap(inHeap, name, process, "live");
        for (int again = 0; again < 5 && !allowed.containsAll(found); again++) {
            found = heap(inHeap, name, process, "live");
        }
        return found;
    }

    private static Set<String> allowed(Set<String> names) {
        var all = new java.util.TreeSet<String>();
        names.forEach(name ->
                List.of("", "in hex ")
                        .forEach(way ->
                                List.of("bytes", "UTF-8", "UTF-16BE", "UTF-16LE")
                                        .forEach(
                                                form -> all.add(name + " " + way + "as " + form))));
        all.add("canary as bytes");
        return all;
    }

    /// What of the needles is in a dump of the heap.
    ///
    /// @param what `live` for what is in use, `all` with what the collector has not cleared away yet
    private Set<String> heap(Needles wanted, String name, Watched process, String what)
            throws Exception {
        var file = folder.resolve("heap.hprof");
        process.does("dump %s %s".formatted(file, what));
        assertThat(file).as(name).isNotEmptyFile();
        var found = wanted.in(file);
        Files.delete(file);
        return found;
    }
}
