package app.lodge.personalization.printers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.layouts.CardFaces;
import app.lodge.personalization.printers.CardPrinter.PrintOrder;
import app.lodge.personalization.printers.CardPrinter.Station;
import com.sun.jna.NativeLibrary;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvolisPrinterTest extends CardPrinterContract {

    @TempDir static Path build;

    private static final CardFaces STAFF = Cards.staff();
    private static StubEvolis built;

    private StubEvolis stub;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        built = StubEvolis.in(build);
    }

    @Override
    PrinterDriver driver() throws IOException {
        stub = built.another(folder.resolve("printer"));
        return stub.driver();
    }

    @Override
    String address() {
        return stub.address();
    }

    @Override
    BufferedImage printedFront() throws IOException {
        return composed(plane("front-color"), plane("front-black"));
    }

    private BufferedImage plane(String name) throws IOException {
        return ImageIO.read(stub.printer.resolve("card-0001-" + name + ".bmp").toFile());
    }

    private static BufferedImage composed(BufferedImage colour, BufferedImage black) {
        for (int y = 0; y < colour.getHeight(); y++) {
            for (int x = 0; x < colour.getWidth(); x++) {
                if ((black.getRGB(x, y) & 0xFFFFFF) == 0) {
                    colour.setRGB(x, y, 0xFF000000);
                }
            }
        }
        return colour;
    }

    @Test
    void layoutsOfMemoryAreTheLibrarys() {
        var sizes = NativeLibrary.getInstance(built.library.toString()).getFunction("stub_size");
        var ours =
                new int[] {
                    new EvolisStructs.Device().size(),
                    new EvolisStructs.Info().size(),
                    new EvolisStructs.Ribbon().size(),
                    new EvolisStructs.Cleaning().size(),
                    new EvolisStructs.Status().size()
                };
        assertThat(ours).containsExactly(1296, 396, 180, 40, 36);
        for (int i = 0; i < ours.length; i++) {
            assertThat(sizes.invokeInt(new Object[] {i})).isEqualTo(ours[i]);
        }
    }

    @Test
    void listsTheDevicesThatTheLibrarySees() {
        assertThat(built.driver().found())
                .containsExactly("evolis:Stub Primacy", "evolis:Stub Zenius");
    }

    @Test
    void printsTheBackInBlackOnly() throws Exception {
        assertThat(print()).isInstanceOf(PrintResult.Printed.class);
        assertThat(Cards.same(plane("back-black"), STAFF.back().k())).isTrue();
        assertThat(stub.printer.resolve("card-0001-back-color.bmp")).doesNotExist();
        assertThat(Cards.same(plane("front-overlay"), STAFF.front().overlay())).isTrue();
        assertThat(stub.journal())
                .contains("Duplex=HORIZONTAL", "GDuplexType=DUPLEX_CM", "GCardPreloading=OFF")
                .doesNotContain("out 1");
    }

    @Test
    void refusesASecondClient() throws Exception {
        try (var _ = driver().open(stub.printer.toString())) {
            assertThatThrownBy(() -> stub.driver().open(stub.printer.toString()))
                    .asInstanceOf(type(DeviceException.class))
                    .extracting(DeviceException::fault)
                    .isEqualTo(new DeviceFault.PrinterRefused(stub.address(), -11));
        }
        stub.driver().open(stub.printer.toString()).close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "evolis_print_exect 1 -21,            Blocked",
        "evolis_print_exect 1 -25,            Blocked",
        "evolis_print_exect 1 do -21,         Uncertain",
        "evolis_print_exect 1 -22,            Uncertain",
        "evolis_print_exect 1 do -22,         Uncertain",
        "evolis_print_exect 1 -60,            Uncertain",
        "evolis_print_exect 1 skip,           Uncertain",
        "evolis_print_init_with_ribbon 1 -6,  Blocked",
        "evolis_print_set_blackb 2 -20,       Blocked",
        "evolis_get_cleaning 2 -60,           Uncertain"
    })
    void saysWhatIsKnownOfTheCard(String script, String result) throws Exception {
        driver();
        stub.script(script);
        assertThat(print().getClass().getSimpleName()).isEqualTo(result);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "10, 50, 20000,    CoverOpen",
        "10, 50, 100,      CoverOpen",
        "10,  0, 0,        OutOfRibbon",
        "10, 50, 8000,     OutOfRibbon",
        " 0, 50, 0,        FeederEmpty",
        "10, 50, 8000000,  PrinterRefused"
    })
    void saysWhyItCannotBegin(int feeder, int ribbon, String warning, String fault)
            throws Exception {
        driver();
        stub.state(feeder, ribbon, warning);
        try (var printer = stub.driver().open(stub.printer.toString())) {
            assertThat(printer.status().blocking().getClass().getSimpleName()).isEqualTo(fault);
        }
    }

    @Test
    void aFeederThatRunsEmptyIsAFault() throws Exception {
        driver();
        stub.state(0, 50, "0");
        try (var printer = stub.driver().open(stub.printer.toString())) {
            assertThatThrownBy(() -> printer.feed(Station.CONTACTLESS))
                    .asInstanceOf(type(DeviceException.class))
                    .extracting(DeviceException::fault)
                    .isEqualTo(new DeviceFault.FeederEmpty(stub.address()));
        }
    }

    @Test
    void refusesWhatIsNoLibrary() throws Exception {
        var file = Files.writeString(folder.resolve("libevolis.so"), "not a library");
        assertThatThrownBy(() -> new EvolisDriver(file.toString()).open("x"))
                .asInstanceOf(type(DeviceException.class))
                .extracting(DeviceException::fault)
                .isEqualTo(new DeviceFault.PrinterLibraryUnusable(file.toString()));
        assertThat(new EvolisDriver(file.toString()).found()).isEmpty();
    }

    private PrintResult print() throws Exception {
        if (stub == null) {
            driver();
        }
        try (var printer = stub.driver().open(stub.printer.toString())) {
            printer.feed(Station.CONTACTLESS);
            return printer.print(new PrintOrder("0001234-02", STAFF));
        }
    }
}
