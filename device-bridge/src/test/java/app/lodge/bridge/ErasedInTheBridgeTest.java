package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.EUR;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.virtual.VirtualPaymentPoint;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.journal.Journal.Verification;
import app.lodge.core.journal.JournalExports.ExportOutcome;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PhotoOutcome;
import app.lodge.core.privacy.ErasureGround;
import app.lodge.core.privacy.Privacy.EraseOutcome;
import app.lodge.core.privacy.Purpose;
import app.lodge.core.topups.BankFile.Kind;
import app.lodge.core.topups.Creditor;
import app.lodge.core.topups.Mandate.BankDetails;
import app.lodge.core.topups.TopUpSource;
import app.lodge.core.topups.TopUps.NewOrder;
import app.lodge.core.topups.TopUps.OrderOutcome;
import app.lodge.reports.privacy.PaperFormat;
import app.lodge.reports.privacy.PrivacyPapers;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Somebody lives through a whole bridge that logs all it can: enrolled, photographed, paying at a device,
/// collected from by the bank, printed, backed up. After the erasure no file under the home says anything
/// of them, the journal's export neither, and the journal verifies (ID-57).
@Tag("ID-57")
final class ErasedInTheBridgeTest {

    private static final String CHIP = "04A1B2C3D4E5F1";
    private static final String IBAN = "HR1210010051863000160";
    private static final PersonDetails DETAILS =
            new PersonDetails(
                    "Květoslava",
                    "Pampeliškova-Ødegård",
                    LocalDate.of(1979, 3, 14),
                    "PN-5550199-ZZ",
                    "kvetoslava.unica@example.test",
                    "+420 777 5550199",
                    "Oddělení Kuriozit",
                    "Příčná ulička",
                    "7b",
                    "739 61",
                    "Třinec-Konská",
                    "CZ",
                    "Pobočka Nevídaná");

    @TempDir Path folder;
    private @Nullable Appender<ILoggingEvent> console;

    @Test
    void noFileOfATalkativeBridgeSaysAnythingOfSomebodyErased() throws Exception {
        var photo = photo();
        var talk = talkative();
        try (var bridge = new TestBridge(folder)) {
            var site = bridge.site();
            var holder = bridge.holder("Pampeliškova-Ødegård", CHIP, 1_000);
            var person = holder.person();
            site.people().change(ADMIN, RequestId.fresh(), person, 1, DETAILS);
            assertThat(site.people().photograph(ADMIN, RequestId.fresh(), person, photo))
                    .isInstanceOf(PhotoOutcome.Kept.class);
            collect(bridge, holder);
            try (var till =
                    bridge.join(VirtualPaymentPoint.class, "till-1", DeviceKind.PAYMENT_POINT)) {
                till.tap(CHIP, new Money(1_900, EUR));
                eventually(() -> till.unacknowledged() == 0);
            }
            assertThat(bridge.balance(holder)).isZero();
            var papers = PrivacyPapers.in(site.privacy(), site.settings(), Clock.systemUTC());
            for (var format : PaperFormat.values()) {
                papers.everything(
                        ADMIN,
                        RequestId.fresh(),
                        person,
                        Purpose.ASKED_BY_PERSON,
                        "",
                        format,
                        "de");
            }
            site.backups().take(ADMIN);
            assertThat(found(photo)).as("the search must be able to find something").isNotEmpty();
            site.media().block(ADMIN, RequestId.fresh(), holder.medium(), BlockReason.OTHER);
            assertThat(
                            site.privacy()
                                    .erase(
                                            ADMIN,
                                            RequestId.fresh(),
                                            person,
                                            ErasureGround.ASKED_BY_PERSON,
                                            ""))
                    .isInstanceOf(EraseOutcome.Erased.class);
            export(bridge, folder.resolve("journal.lodge"));
            site.backups().take(ADMIN);
            assertThat(site.journal().verify(ADMIN)).isInstanceOf(Verification.Intact.class);
            assertThat(site.conservation().lookNow(ADMIN).holds()).isTrue();
        } finally {
            quiet(talk);
        }
        assertThat(Files.size(folder.resolve("logs/talk.log")))
                .as("the log must have something to say")
                .isGreaterThan(20_000);
        assertThat(found(photo)).isEmpty();
    }

    private static void collect(TestBridge bridge, TestBridge.Holder holder) {
        var site = bridge.site();
        site.mandates()
                .grant(
                        ADMIN,
                        RequestId.fresh(),
                        holder.person(),
                        LocalDate.of(2026, 1, 2),
                        false,
                        new BankDetails(DETAILS.familyName(), IBAN, "", "", "", "", "", ""));
        site.bankFiles()
                .changeCreditor(
                        ADMIN,
                        RequestId.fresh(),
                        new Creditor(
                                "Site",
                                "DE98ZZZ09999999999",
                                "DE89370400440532013000",
                                "",
                                "Weg",
                                "1",
                                "10115",
                                "Berlin",
                                "DE",
                                ""));
        var ordered =
                site.topUps()
                        .order(
                                ADMIN,
                                RequestId.fresh(),
                                new NewOrder(
                                        TopUpSource.DIRECT_DEBIT,
                                        "D-1",
                                        holder.account(),
                                        new Money(900, EUR)));
        var today = LocalDate.now(Clock.systemUTC());
        site.bankFiles().run(ADMIN, RequestId.fresh(), Kind.COLLECTION, today.plusDays(5));
        site.topUps()
                .settle(ADMIN, RequestId.fresh(), ((OrderOutcome.Done) ordered).order().number());
    }

    private static void export(TestBridge bridge, Path file) throws Exception {
        var exports = bridge.site().journalExports();
        var begun = (ExportOutcome.Begun) exports.begin(ADMIN, RequestId.fresh());
        try (var out = Files.newOutputStream(file)) {
            String after = null;
            do {
                var piece = exports.read(ADMIN, begun.export(), after);
                out.write(piece.lines().getBytes(StandardCharsets.UTF_8));
                after = piece.next();
            } while (after != null);
        }
    }

    /// Files under the home with anything of the person in them, in what encodings programs write.
    private List<String> found(byte[] photo) throws Exception {
        var needles = new ArrayList<byte[]>();
        for (var text :
                List.of(
                        DETAILS.givenName(),
                        DETAILS.familyName(),
                        "1979-03-14",
                        DETAILS.personnelNumber(),
                        DETAILS.email(),
                        DETAILS.phone(),
                        DETAILS.group(),
                        DETAILS.street(),
                        DETAILS.town(),
                        IBAN,
                        "Pampeliskova")) {
            needles.add(text.getBytes(StandardCharsets.UTF_8));
            needles.add(text.getBytes(StandardCharsets.UTF_16LE));
            needles.add(text.getBytes(Charset.forName("windows-1250")));
        }
        needles.add(Arrays.copyOfRange(photo, photo.length / 2, photo.length / 2 + 48));
        var found = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (var needle : needles) {
                    if (content.contains(new String(needle, StandardCharsets.ISO_8859_1))) {
                        found.add(
                                folder.relativize(file)
                                        + ": "
                                        + new String(needle, StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return found;
    }

    private FileAppender<ILoggingEvent> talkative() throws Exception {
        Files.createDirectories(folder.resolve("logs"));
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var form = new PatternLayoutEncoder();
        form.setContext(context);
        form.setPattern("%d %level %logger %msg%n%ex");
        form.start();
        var file = new FileAppender<ILoggingEvent>();
        file.setContext(context);
        file.setFile(folder.resolve("logs/talk.log").toString());
        file.setEncoder(form);
        file.start();
        console = root().getAppender("console");
        root().detachAppender("console");
        root().addAppender(file);
        root().setLevel(Level.TRACE);
        lodge().setLevel(Level.TRACE);
        return file;
    }

    private void quiet(FileAppender<ILoggingEvent> file) {
        root().setLevel(Level.WARN);
        lodge().setLevel(Level.INFO);
        root().detachAppender(file);
        if (console != null) {
            root().addAppender(console);
        }
        file.stop();
    }

    private static Logger lodge() {
        return (Logger) LoggerFactory.getLogger("app.lodge");
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static byte[] photo() throws Exception {
        var image = new BufferedImage(120, 160, BufferedImage.TYPE_INT_RGB);
        var random = new Random(3);
        for (var x = 0; x < 120; x++) {
            for (var y = 0; y < 160; y++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }
}
