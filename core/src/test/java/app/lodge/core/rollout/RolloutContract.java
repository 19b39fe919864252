package app.lodge.core.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.books.Tx;
import app.lodge.core.devices.Aim;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.journal.SiteSignatures;
import app.lodge.core.rollout.Rollouts.ChangeOutcome;
import app.lodge.core.rollout.Rollouts.Install;
import app.lodge.core.rollout.Rollouts.Order;
import app.lodge.core.rollout.Rollouts.PreviewOutcome;
import app.lodge.core.rollout.Rollouts.Stages;
import app.lodge.core.rollout.Rollouts.StartOutcome;
import app.lodge.core.rollout.Rollouts.State;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The library and staged roll-outs, on every database.
abstract class RolloutContract {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Actor ADMIN = new Actor(1, "Ana", Role.ADMINISTRATOR, "desk-1");
    private static final byte[] PROGRAM = new byte[2 * FieldFiles.CHUNK + 7];

    Instant now = NOW;
    Books books;
    Devices devices;
    Packages packages;
    Rollouts rollouts;
    FieldFiles files;
    final List<DeviceId> tills = new ArrayList<>();

    abstract BooksSource source();

    @BeforeEach
    void open() {
        books = Books.open(source(), () -> now, new Plain());
        devices = Devices.in(books, (_, person) -> "Person " + person.number());
        packages = Packages.in(books, new Signing());
        rollouts = Rollouts.in(books);
        files = FieldFiles.in(books);
        Arrays.fill(PROGRAM, (byte) 7);
        for (var number = 1; number <= 9; number++) {
            var added =
                    devices.add(
                            ADMIN,
                            RequestId.fresh(),
                            "till-" + number,
                            DeviceKind.PAYMENT_POINT,
                            "",
                            "");
            tills.add(((Devices.AddOutcome.Added) added).device().id());
        }
        var other =
                devices.add(ADMIN, RequestId.fresh(), "lockers", DeviceKind.LOCKER_CABINET, "", "");
        assertThat(other).isInstanceOf(Devices.AddOutcome.Added.class);
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    @Tag("SAFE-52")
    void aVersionIsKeptOnceWithItsHashAndItsSignature() {
        var added = program("2.0");
        assertThat(added.size()).isEqualTo(PROGRAM.length);
        assertThat(added.sha256()).hasSize(64);
        assertThat(packages.content(ADMIN, added.number()).orElseThrow()).isEqualTo(PROGRAM);
        assertThat(problems(draft(FieldPackage.Kind.PROGRAM, "2.0"), PROGRAM))
                .containsExactly("packages.version-taken");
    }

    @Test
    @Tag("SAFE-56")
    void anImageThatIsNoneATextThatIsTooLongAndAPeriodBackwardsAreRefused() {
        var image = draft(FieldPackage.Kind.IMAGE, "1");
        assertThat(problems(image, "GIF89a".getBytes(StandardCharsets.US_ASCII)))
                .containsExactly("packages.not-an-image");
        var message = draft(FieldPackage.Kind.MESSAGE, "1");
        assertThat(problems(message, new byte[5_000])).containsExactly("packages.size");
        assertThat(problems(message, new byte[] {(byte) 0xFF}))
                .containsExactly("packages.not-a-text");
        var backwards =
                new Packages.Draft(
                        FieldPackage.Kind.MESSAGE,
                        "Hello",
                        "1",
                        DeviceKind.PAYMENT_POINT,
                        "xx",
                        "",
                        NOW,
                        NOW.minusSeconds(1));
        assertThat(problems(backwards, "Hi".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("packages.language-unknown", "packages.period-backwards");
    }

    @Test
    @Tag("SAFE-56")
    void anImageLargerThanAScreenIsRefusedByItsHeaderWhateverItsFileWeighs() throws Exception {
        var image = draft(FieldPackage.Kind.IMAGE, "1");
        assertThat(problems(image, png(30_000, 30_000))).containsExactly("packages.pixels");
        assertThat(problems(image, png(1_920, 1_201))).containsExactly("packages.pixels");
        assertThat(problems(image, png(1_921, 1))).containsExactly("packages.pixels");
        assertThat(problems(image, png(0, 100))).containsExactly("packages.pixels");
        assertThat(problems(image, png(-1, 100))).containsExactly("packages.pixels");
        assertThat(problems(image, Arrays.copyOf(png(10, 10), 20)))
                .containsExactly("packages.not-an-image");
        assertThat(problems(image, jpeg(1_300, 1_300))).containsExactly("packages.pixels");
        assertThat(problems(image, Arrays.copyOf(jpeg(300, 200), 30)))
                .containsExactly("packages.not-an-image");
        for (var good : List.of(png(1_200, 1_920), png(1_920, 1_200), jpeg(300, 200))) {
            assertThat(
                            packages.add(
                                    ADMIN,
                                    RequestId.fresh(),
                                    draft(FieldPackage.Kind.IMAGE, "v" + good.length + good[23]),
                                    good))
                    .isInstanceOf(Packages.AddOutcome.Added.class);
        }
    }

    /// Its beginning alone: nobody unfolds it.
    private static byte[] png(int width, int height) {
        return ByteBuffer.allocate(33)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .array();
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", file);
        return file.toByteArray();
    }

    @Test
    @Tag("SAFE-54")
    void aCanaryThenAShareThenAllAndEachDevicesResultIsSeen() {
        var order = order(program("2.0"), new Stages(1, 25, 10), null, null);
        assertThat(rollouts.preview(ADMIN, order))
                .isInstanceOfSatisfying(
                        PreviewOutcome.Shown.class,
                        shown -> {
                            assertThat(shown.stages()).isEqualTo(3);
                            assertThat(shown.devices()).hasSize(9);
                        });
        var number = start(order);
        assertThat(offered()).containsExactly(1L);
        tell(1, number, DeviceProgress.DOWNLOADING);
        assertThat(files.chunk(tills.getFirst(), number, 2).orElseThrow()).hasSize(7);
        assertThat(files.chunk(tills.getFirst(), number, 3)).isEmpty();
        assertThat(files.chunk(tills.getLast(), number, 0)).as("not its turn").isEmpty();
        tell(1, number, DeviceProgress.INSTALLED);
        assertThat(offered()).containsExactly(2L, 3L);
        tell(2, number, DeviceProgress.INSTALLED);
        tell(3, number, DeviceProgress.INSTALLED);
        assertThat(offered()).containsExactly(4L, 5L, 6L, 7L, 8L, 9L);
        for (var till = 4; till <= 9; till++) {
            tell(till, number, DeviceProgress.INSTALLED);
        }
        assertThat(state(number)).isEqualTo(State.DONE);
        assertThat(rollouts.find(ADMIN, number).orElseThrow().devices())
                .extracting(Rollouts.OnDevice::state)
                .containsOnly(DeviceProgress.INSTALLED);
    }

    @Test
    @Tag("SAFE-54")
    void tooManyFailuresStopItAndWhatHasItGoesBack() {
        var number = start(order(program("2.0"), new Stages(2, 50, 40), null, null));
        tell(1, number, DeviceProgress.INSTALLED);
        tell(2, number, DeviceProgress.ROLLED_BACK);
        assertThat(state(number)).isEqualTo(State.STOPPED);
        assertThat(offered()).isEmpty();
        assertThat(rollouts.goOn(ADMIN, RequestId.fresh(), number))
                .isInstanceOf(ChangeOutcome.Changed.class);
        assertThat(offered()).containsExactly(3L, 4L, 5L, 6L);
        assertThat(rollouts.rollBack(ADMIN, RequestId.fresh(), number))
                .isInstanceOf(ChangeOutcome.Changed.class);
        assertThat(files.offers(tills.getFirst()))
                .extracting(FieldFiles.Offer::action)
                .containsExactly(FieldFiles.Action.GO_BACK);
        tell(3, number, DeviceProgress.INSTALLED);
        assertThat(progress(3, number)).as("too late").isEqualTo(DeviceProgress.NOT_BEGUN);
        tell(1, number, DeviceProgress.WENT_BACK);
        assertThat(state(number)).isEqualTo(State.WENT_BACK);
        assertThat(rollouts.stop(ADMIN, RequestId.fresh(), number))
                .isInstanceOf(ChangeOutcome.Rejected.class);
    }

    @Test
    @Tag("SAFE-54")
    void itBeginsAndEndsAtItsTime() {
        var order =
                order(
                        program("2.0"),
                        new Stages(1, 0, 100),
                        NOW.plus(Duration.ofHours(1)),
                        NOW.plus(Duration.ofHours(2)));
        var number = start(order);
        assertThat(state(number)).isEqualTo(State.PLANNED);
        files.advance();
        assertThat(offered()).isEmpty();
        now = NOW.plus(Duration.ofMinutes(61));
        files.advance();
        assertThat(offered()).containsExactly(1L);
        tell(1, number, DeviceProgress.INSTALLING);
        now = NOW.plus(Duration.ofMinutes(121));
        files.advance();
        assertThat(state(number)).isEqualTo(State.ENDED);
        assertThat(progress(2, number)).isEqualTo(DeviceProgress.NOT_BEGUN);
        tell(1, number, DeviceProgress.INSTALLED);
        assertThat(progress(1, number)).isEqualTo(DeviceProgress.INSTALLED);
    }

    private Packages.Draft draft(FieldPackage.Kind kind, String version) {
        return new Packages.Draft(
                kind, "till", version, DeviceKind.PAYMENT_POINT, "", "", null, null);
    }

    private FieldPackage program(String version) {
        var added =
                packages.add(
                        ADMIN,
                        RequestId.fresh(),
                        draft(FieldPackage.Kind.PROGRAM, version),
                        PROGRAM);
        return ((Packages.AddOutcome.Added) added).added();
    }

    private List<String> problems(Packages.Draft draft, byte[] content) {
        var outcome = packages.add(ADMIN, RequestId.fresh(), draft, content);
        return ((Packages.AddOutcome.Rejected) outcome)
                .problems().stream().map(Problem::key).toList();
    }

    private static Order order(
            FieldPackage what, Stages stages, @Nullable Instant from, @Nullable Instant until) {
        return new Order(
                what.number(),
                new Aim.OfKind(DeviceKind.PAYMENT_POINT),
                stages,
                Install.AT_ONCE,
                from,
                until);
    }

    private long start(Order order) {
        var started = rollouts.start(ADMIN, RequestId.fresh(), order);
        return ((StartOutcome.Started) started).rollout().number();
    }

    private List<Long> offered() {
        return tills.stream()
                .filter(till ->
                        files.offers(till).stream()
                                .anyMatch(offer -> offer.action() == FieldFiles.Action.INSTALL))
                .map(DeviceId::number)
                .toList();
    }

    private State state(long number) {
        return rollouts.find(ADMIN, number).orElseThrow().rollout().state();
    }

    private DeviceProgress progress(int till, long number) {
        return rollouts.find(ADMIN, number).orElseThrow().devices().stream()
                .filter(device -> device.device().equals(tills.get(till - 1)))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private void tell(int till, long number, DeviceProgress state) {
        var id = tills.get(till - 1);
        files.told(
                Actor.device(id.number(), "till-" + till),
                id,
                new FieldFiles.Told(number, state, 0, ""));
    }

    private static final class Signing implements SiteSignatures {
        @Override
        public Signed sign(Tx tx, byte[] message) {
            return new Signed(new byte[32], new byte[64]);
        }

        @Override
        public boolean holds(byte[] message, Signed signed) {
            return true;
        }
    }

    private static final class Plain implements Sealing {
        @Override
        public byte[] seal(byte[] plain) {
            return plain.clone();
        }

        @Override
        public byte[] open(byte[] sealed) {
            return sealed.clone();
        }
    }
}
