package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Problem;
import app.lodge.desktop.carddesk.CardStation.Machine;
import app.lodge.desktop.carddesk.StationViewModel;
import app.lodge.desktop.shell.WorkstationSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A printer that nobody announces is named by its address, and chosen like any other (ID-45).
@Tag("ID-45")
class NetworkPrinterTest {

    private static final String ADDRESS = "ipp://printer.example/ipp/print";

    @TempDir Path folder;

    private final FakeSite site = new FakeSite();
    private StationViewModel model;

    @BeforeEach
    void atTheDesk() {
        model = desk();
    }

    private StationViewModel desk() {
        var desk =
                new StationViewModel(
                        new InlineBackground(),
                        site.station,
                        WorkstationSettings.read(folder.resolve("w")));
        desk.refresh();
        return desk;
    }

    @Test
    void isAmongThePrintersAndStillChosenAfterTheNextStart() {
        int found = model.printers().size();
        model.networkPrinter().set(" " + ADDRESS + " ");
        assertThat(model.problems()).isEmpty();
        assertThat(model.printers()).hasSize(found + 1).contains(Machine.printer(ADDRESS));
        model.choosePrinter(Machine.printer(ADDRESS));

        var again = desk();
        assertThat(again.networkPrinter().get()).isEqualTo(ADDRESS);
        assertThat(again.chosenPrinter().get()).isEqualTo(Machine.printer(ADDRESS));

        again.networkPrinter().set("");
        assertThat(again.printers()).hasSize(found);
        assertThat(desk().printers()).hasSize(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "printer.example",
                "http://printer.example/",
                "ipp://",
                "ipp://printer example/",
                "ipp://printer/\nreader=x"
            })
    void thatIsNoneIsSaidAndNotKept(String typed) {
        model.networkPrinter().set(typed);
        assertThat(model.problems())
                .extracting(Problem::field, Problem::value, Problem::key)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "networkPrinter", typed.strip(), "station.network-wrong"));
        assertThat(desk().networkPrinter().get()).isEmpty();
    }

    @Test
    void thatIsPutRightIsNoProblemAnyMore() {
        model.networkPrinter().set("printer");
        model.networkPrinter().set("ipps://192.0.2.7:631/ipp/print");
        assertThat(model.problems()).isEmpty();
    }
}
