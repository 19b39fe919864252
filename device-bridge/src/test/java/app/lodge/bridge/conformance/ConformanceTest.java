package app.lodge.bridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.conformance.Conformance.Finding;
import app.lodge.bridge.conformance.Conformance.Verdict;
import app.lodge.bridge.conformance.FlawedDevice.Flaw;
import app.lodge.bridge.virtual.VirtualDevice;
import app.lodge.bridge.virtual.VirtualDevices;
import app.lodge.bridge.virtual.VirtualKiosk;
import app.lodge.bridge.virtual.VirtualLockerCabinet;
import app.lodge.bridge.virtual.VirtualPaymentPoint;
import app.lodge.bridge.virtual.VirtualPhone;
import app.lodge.bridge.virtual.VirtualPortal;
import app.lodge.bridge.virtual.VirtualSafe;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.money.Money;
import app.lodge.core.texts.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Our own devices pass the kit, a stranger's that keeps the rules does, and for every rule there is a
/// device that breaks it and is found out.
@Tag("ID-59")
@Tag("SAFE-49")
final class ConformanceTest {

    private static final Patience QUICK =
            new Patience(
                    Duration.ofMillis(5_000),
                    Duration.ofMillis(5_000),
                    Duration.ofMillis(1_500),
                    Duration.ofMillis(8_000));

    private static final Patience OWN =
            new Patience(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(20),
                    Duration.ofMillis(1_500),
                    Duration.ofSeconds(10));

    private static final String MEDIUM = "04C0FFEE123456";
    private static final Money PRICE = new Money(350, Currency.getInstance("EUR"));
    private static final AtomicInteger DEVICES = new AtomicInteger();

    @TempDir static Path folder;
    static final Map<Broken, Future<Finding>> FOUND = new HashMap<>();
    static final ExecutorService threads = Executors.newFixedThreadPool(12);

    /// Each has a broker of its own, and the protocol's own times to keep: one after the other.
    static final ExecutorService alone = Executors.newSingleThreadExecutor();

    static BenchNetwork network;
    static Future<List<Finding>> ownTill;
    static Future<List<Finding>> ownCabinet;
    static Future<List<Finding>> ownKiosk;
    static Future<List<Finding>> ownPhone;
    static Future<List<Finding>> ownPortal;
    static Future<List<Finding>> ownSafe;

    @BeforeAll
    static void open() throws IOException {
        network =
                BenchNetwork.open(
                        order(
                                folder.resolve("strangers"),
                                "foreign",
                                DeviceKind.PAYMENT_POINT,
                                QUICK));
        ownTill =
                alone.submit(() ->
                        own(
                                VirtualPaymentPoint.class,
                                DeviceKind.PAYMENT_POINT,
                                till -> till.tap(MEDIUM, PRICE)));
        ownCabinet =
                alone.submit(() ->
                        own(
                                VirtualLockerCabinet.class,
                                DeviceKind.LOCKER_CABINET,
                                cabinet -> cabinet.open(MEDIUM)));
        ownKiosk =
                alone.submit(() ->
                        own(
                                VirtualKiosk.class,
                                DeviceKind.KIOSK,
                                kiosk -> kiosk.putIn(MEDIUM, Map.of(200L, 1, 50L, 3))));
        ownPhone =
                alone.submit(() ->
                        own(
                                VirtualPhone.class,
                                DeviceKind.PHONE,
                                phone -> phone.tap(MEDIUM, PRICE)));
        ownSafe =
                alone.submit(() ->
                        own(
                                VirtualSafe.class,
                                DeviceKind.SAFE,
                                safe -> safe.deposit(MEDIUM, Map.of(200L, 1, 50L, 3), 0)));
        ownPortal =
                alone.submit(() ->
                        own(
                                VirtualPortal.class,
                                DeviceKind.PORTAL,
                                portal ->
                                        portal.say(
                                                "sign-in",
                                                Map.of(
                                                        "email",
                                                        "somebody@example.org",
                                                        "secret",
                                                        "a long enough secret"))));
        // All at once: each waits for what does not happen.
        for (var broken : BROKEN) {
            FOUND.put(broken, threads.submit(() -> found(broken)));
        }
    }

    private static Finding found(Broken broken) throws Exception {
        var kind = kindFor(broken.check());
        return tried(broken.flaw(), kind, upTo(broken.check()), true, QUICK).stream()
                .filter(one -> one.check().equals(broken.check()))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void close() {
        alone.shutdownNow();
        threads.shutdownNow();
        network.close();
    }

    @Test
    void ourPaymentPointPasses() throws Exception {
        assertThat(ownTill.get()).allSatisfy(ConformanceTest::passed);
    }

    @Test
    void ourLockerCabinetPasses() throws Exception {
        assertThat(ownCabinet.get()).allSatisfy(ConformanceTest::passed);
    }

    @Test
    @Tag("ID-30")
    void ourKioskPasses() throws Exception {
        assertThat(ownKiosk.get()).allSatisfy(ConformanceTest::passed);
    }

    @Test
    @Tag("ID-32")
    void ourPhonePasses() throws Exception {
        assertThat(ownPhone.get()).allSatisfy(ConformanceTest::passed);
    }

    @Test
    @Tag("ID-22")
    void ourPortalPasses() throws Exception {
        assertThat(ownPortal.get()).allSatisfy(ConformanceTest::passed);
    }

    @Test
    @Tag("SAFE-63")
    void ourSafePasses() throws Exception {
        assertThat(ownSafe.get()).allSatisfy(ConformanceTest::passed);
    }

    /// @param hands what somebody does who stands before the device
    private static <D extends VirtualDevice> List<Finding> own(
            Class<D> type, DeviceKind kind, Consumer<D> hands) throws Exception {
        var device = new AtomicReference<D>();
        var name = "own-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var home = folder.resolve(name);
        try (var kit =
                Conformance.open(
                        order(home, name, kind, OWN),
                        () -> Thread.startVirtualThread(() -> hands.accept(device.get())))) {
            try (var started =
                    type.cast(
                            VirtualDevices.start(
                                    new VirtualDevices.Order(
                                            home,
                                            name,
                                            kit.invitation().code(),
                                            folder.resolve("state-" + name)),
                                    Clock.systemUTC()))) {
                device.set(started);
                return kit.run(true, _ -> {});
            }
        }
    }

    private static void passed(Finding finding) {
        assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.PASSED);
    }

    /// A rule, a device that breaks it, and what is said of it.
    record Broken(String check, Flaw flaw, String fault) {}

    static final List<Broken> BROKEN =
            List.of(
                    new Broken("presence", Flaw.PRESENCE_NOT_RETAINED, "not-retained"),
                    new Broken("hello", Flaw.OTHER_KIND, "other"),
                    new Broken("clock", Flaw.CLOCK_FAST, "clock"),
                    new Broken("reports", Flaw.REPORT_NOT_RETAINED, "not-retained"),
                    new Broken("last-will", Flaw.NO_WILL, "no-will"),
                    new Broken("last-will", Flaw.STAYS_AWAY, "not-back"),
                    new Broken("desired.whole", Flaw.IGNORES_DESIRED, "not-reported"),
                    new Broken("desired.whole", Flaw.ALTERS_TEXT, "other"),
                    new Broken("desired.delta", Flaw.IGNORES_DELTAS, "not-reported"),
                    new Broken("desired.other-base", Flaw.APPLIES_ANY_BASE, "base-ignored"),
                    new Broken("desired.older", Flaw.TAKES_OLDER, "older-taken"),
                    new Broken("desired.unknown-fields", Flaw.MINDS_UNKNOWN_FIELDS, "not-reported"),
                    new Broken("lists.whole", Flaw.IGNORES_LISTS, "list-not-held"),
                    new Broken("lists.delta", Flaw.IGNORES_LIST_DELTAS, "list-not-held"),
                    new Broken("lists.gap", Flaw.APPLIES_ANY_LIST, "base-ignored"),
                    new Broken("lists.prices", Flaw.APPLIES_ANY_LIST, "base-ignored"),
                    new Broken("lists.pins", Flaw.APPLIES_ANY_LIST, "base-ignored"),
                    new Broken("event.medium", Flaw.OTHER_MEDIUM, "other"),
                    new Broken("event.medium", Flaw.FOREIGN_MEDIUM, "medium-unknown"),
                    new Broken("lists.again", Flaw.SILENT_ON_REPEATS, "list-not-held"),
                    new Broken("command.answered", Flaw.NO_RESULTS, "no-result"),
                    new Broken("command.unknown", Flaw.OBEYS_ANYTHING, "unknown-obeyed"),
                    new Broken("command.expired", Flaw.OBEYS_STALE, "expired-obeyed"),
                    new Broken("command.again", Flaw.OBEYS_TWICE, "obeyed-twice"),
                    new Broken("files.fetched", Flaw.STALLS_FILES, "file-stalled"),
                    new Broken("files.forged", Flaw.TRUSTS_ANYBODY, "file-forged"),
                    new Broken("files.damaged", Flaw.INSTALLS_DAMAGED, "file-damaged"),
                    new Broken("files.resumed", Flaw.FETCHES_ANEW, "file-from-the-start"),
                    new Broken("cash.pieces", Flaw.MISCOUNTS, "pieces"),
                    new Broken("safe.stranger", Flaw.SAFE_FOR_ALL, "users-ignored"),
                    new Broken("safe.over", Flaw.SAFE_FOR_ALL, "users-ignored"),
                    new Broken("safe.user", Flaw.SAFE_FOR_NOBODY, "no-event"),
                    new Broken("holder.form", Flaw.HOLDER_NO_DEADLINE, "malformed"),
                    new Broken("holder.not-kept", Flaw.HOLDER_RETAINED, "retained"),
                    new Broken("holder.ids", Flaw.HOLDER_SAME_ID, "id-again"),
                    new Broken("nonsense", Flaw.DIES_OF_NONSENSE, "shaken-by-nonsense"),
                    new Broken("too-large", Flaw.DIES_OF_SIZE, "shaken-by-size"),
                    new Broken("ask.form", Flaw.NO_CORRELATION, "no-correlation"),
                    new Broken("ask.refused", Flaw.PAYS_THOUGH_REFUSED, "done-though-refused"),
                    new Broken("ask.once", Flaw.PAYS_TWICE, "done-twice"),
                    new Broken("offline.refuse", Flaw.PAYS_THOUGH_SILENT, "done-though-silent"),
                    new Broken("offline.limit", Flaw.NOT_MARKED_OFFLINE, "not-marked-offline"),
                    new Broken("blocked", Flaw.IGNORES_BLOCKS, "block-ignored"),
                    new Broken("event.sent-again", Flaw.FORGETS_EVENTS, "not-sent-again"),
                    new Broken(
                            "event.after-reconnect", Flaw.FORGETS_ON_RECONNECT, "not-sent-again"),
                    new Broken("event.acknowledged", Flaw.IGNORES_ACKS, "acknowledged-sent"),
                    new Broken("event.resend", Flaw.NO_RESEND, "not-resent"),
                    new Broken("event.numbers", Flaw.SKIPS_NUMBERS, "gap"),
                    new Broken("event.same-content", Flaw.CHANGES_CONTENT, "other-content"),
                    new Broken("well-formed", Flaw.MALFORMED_TIME, "malformed"),
                    new Broken("own-topics", Flaw.FOREIGN_TOPIC, "refused"));

    static Stream<Broken> broken() {
        return BROKEN.stream();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aDeviceThatBreaksARuleIsFoundOut(Broken broken) throws Exception {
        var fault = broken.fault();
        var finding = FOUND.get(broken).get();
        assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.FAILED);
        assertThat(finding.key()).isEqualTo("conform.fault." + fault);
        for (var language : Texts.LANGUAGES) {
            assertThat(said(language, finding)).doesNotContain("{", "conform.");
        }
    }

    @Test
    void aStrangersDeviceThatKeepsTheRulesPasses() throws Exception {
        assertThat(tried(Flaw.NONE, Conformance.checks(DeviceKind.PAYMENT_POINT), true, OWN))
                .allSatisfy(ConformanceTest::passed);
    }

    @Test
    void withoutHandsWhatNeedsThemIsSaidToBeUntried() throws Exception {
        var checks =
                Conformance.checks(DeviceKind.PAYMENT_POINT).stream()
                        .filter(one -> List.of("hello", "ask.form").contains(one.name()))
                        .toList();
        assertThat(tried(Flaw.NONE, checks, false, QUICK))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.PASSED, Verdict.SKIPPED);
    }

    @Test
    void aDeviceThatNeverComesFails() throws Exception {
        var soon =
                new Patience(
                        Duration.ofMillis(100),
                        Duration.ofMillis(100),
                        Duration.ofMillis(10),
                        Duration.ofMillis(100));
        try (var kit =
                Conformance.open(
                        order(folder.resolve("nobody"), "nobody-1", DeviceKind.PAYMENT_POINT, soon),
                        () -> {})) {
            var findings = kit.run(true, _ -> {});
            assertThat(findings.getFirst().key()).isEqualTo("conform.fault.never-came");
            assertThat(findings.subList(1, findings.size()))
                    .extracting(Finding::verdict)
                    .containsOnly(Verdict.SKIPPED);
        }
    }

    @Test
    void everyRuleHasItsSentence() {
        for (var kind : DeviceKind.values()) {
            for (var check : Conformance.checks(kind)) {
                for (var language : Texts.LANGUAGES) {
                    assertThat(new Texts(language).get("conform.check." + check.name()))
                            .isNotBlank();
                }
            }
        }
    }

    /// Rules about cash are those of a kiosk, about users those of a safe, about holders those of a portal.
    private static DeviceKind kindFor(String check) {
        if (check.startsWith("holder.")) {
            return DeviceKind.PORTAL;
        }
        if (check.equals("lists.pins") || check.equals("event.medium")) {
            return DeviceKind.LOCKER_CABINET;
        }
        if (check.startsWith("safe.")) {
            return DeviceKind.SAFE;
        }
        return check.startsWith("cash.") ? DeviceKind.KIOSK : DeviceKind.PAYMENT_POINT;
    }

    private static List<Finding> tried(
            Flaw flaw, List<Check> checks, boolean hands, Patience patience) throws Exception {
        return tried(flaw, DeviceKind.PAYMENT_POINT, checks, hands, patience);
    }

    private static List<Finding> tried(
            Flaw flaw, DeviceKind kind, List<Check> checks, boolean hands, Patience patience)
            throws Exception {
        var name = "foreign-" + DEVICES.incrementAndGet();
        var device = new AtomicReference<FlawedDevice>();
        var kit =
                new Conformance(
                        network, order(folder, name, kind, patience), () -> device.get().tap());
        try (var foreign =
                new FlawedDevice(
                        flaw, name, network.invitation().mqttPort(), network.admit(name))) {
            device.set(foreign);
            return kit.run(checks, hands, _ -> {});
        }
    }

    /// The check, and what must have happened before it.
    private static List<Check> upTo(String name) {
        var before =
                switch (name) {
                    case "command.again" -> List.of("ask.form");
                    case "event.numbers" -> List.of("ask.form", "ask.refused");
                    case "event.same-content" -> List.of("event.resend");
                    case "well-formed" -> List.of("hello");
                    case "own-topics" -> List.of("command.answered");
                    default -> List.<String>of();
                };
        return Conformance.checks(kindFor(name)).stream()
                .filter(one -> one.name().equals(name) || before.contains(one.name()))
                .sorted(java.util.Comparator.comparing(one -> one.name().equals(name)))
                .toList();
    }

    private static String said(Locale language, Finding finding) {
        return new Texts(language)
                .get(String.valueOf(finding.key()), finding.arguments().toArray());
    }

    private static BenchOrder order(Path folder, String name, DeviceKind kind, Patience patience) {
        return new BenchOrder(
                folder, "127.0.0.1", 0, 0, name, kind, "EUR", patience, Clock.systemUTC());
    }
}
