package app.lodge.personalization.printers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.devices.DeviceException;
import app.lodge.personalization.layouts.CardFaces;
import app.lodge.personalization.printers.CardPrinter.PrintOrder;
import app.lodge.personalization.printers.CardPrinter.Station;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What issuing may expect of every printer.
@Tag("ID-45")
abstract class CardPrinterContract {

    @TempDir Path folder;

    private static final CardFaces STAFF = Cards.staff();

    private Printers printers;

    /// A driver whose printer has cards and ribbon.
    abstract PrinterDriver driver() throws IOException, InterruptedException;

    abstract String address();

    /// The front of the first card printed, as it will look.
    abstract BufferedImage printedFront() throws IOException;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        printers = new Printers(driver());
    }

    @Test
    void printsTheVeryPixels() throws Exception {
        try (var printer = printers.open(address())) {
            assertThat(printer.status().blocking()).isNull();
            printer.feed(Station.CONTACTLESS);
            assertThat(printer.status().cardInside())
                    .isEqualTo(printer.capabilities().canHoldCard());
            assertThat(printer.print(new PrintOrder("0001234-02", STAFF)))
                    .isInstanceOf(PrintResult.Printed.class);
            printer.eject();
            assertThat(printer.status().cardInside()).isFalse();
        }
        assertThat(Cards.same(printedFront(), STAFF.front().composed())).isTrue();
    }

    @Test
    void keepsACardInsideOverClosing() throws Exception {
        try (var printer = printers.open(address())) {
            printer.feed(Station.CONTACTLESS);
        }
        try (var printer = printers.open(address())) {
            if (printer.capabilities().canHoldCard()) {
                assertThat(printer.status().cardInside()).isTrue();
                printer.reject();
            }
            assertThat(printer.status().cardInside()).isFalse();
        }
    }

    @Test
    void closesTwiceWithoutHarm() throws Exception {
        var printer = printers.open(address());
        printer.close();
        printer.close();
        printers.open(address()).close();
    }

    @Test
    void refusesAnAddressThatNobodyAnswersTo() {
        assertThatThrownBy(() -> printers.open("nonsense")).isInstanceOf(DeviceException.class);
        assertThatThrownBy(() -> printers.open("none:x")).isInstanceOf(DeviceException.class);
        assertThatThrownBy(() -> printers.open(address().split(":")[0] + ":"))
                .isInstanceOf(DeviceException.class);
    }

    @Test
    void refusesNamesThatWouldLeaveTheFolder() {
        assertThatThrownBy(() -> new PrintOrder("../x", STAFF))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
