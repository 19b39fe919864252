package app.lodge.desktop.carddesk;

import app.lodge.core.books.Problem;
import app.lodge.desktop.carddesk.CardStation.Machine;
import app.lodge.desktop.carddesk.CardStation.Presence;
import app.lodge.desktop.carddesk.CardStation.ReaderState;
import app.lodge.desktop.shell.Background;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Observed;
import app.lodge.desktop.shell.StatusBar;
import app.lodge.desktop.shell.WorkstationSettings;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Which reader and printer this workstation uses; remembered there.
public final class StationViewModel implements StatusBar.Station {

    private static final Pattern NETWORK =
            Pattern.compile("ipps?://[A-Za-z0-9.:\\[\\]-]+(/[\\w./%~-]*)?");

    private final Background background;
    private final CardStation station;
    private final WorkstationSettings settings;
    private final ObservableList<Machine> readers = FXCollections.observableArrayList();
    private final ObservableList<ReaderState> states = FXCollections.observableArrayList();
    private final ObservableList<Machine> printers = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Machine> reader = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Machine> printer = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();

    private final BooleanProperty queueing = new SimpleBooleanProperty();

    /// A printer that nobody announces, as it is typed.
    private final StringProperty networkPrinter = new SimpleStringProperty("");

    private final ObservableList<Problem> problems = FXCollections.observableArrayList();

    private record Found(List<Machine> readers, List<Machine> printers) {}

    public StationViewModel(
            Background background, CardStation station, WorkstationSettings settings) {
        this.background = background;
        this.station = station;
        this.settings = settings;
        networkPrinter.set(settings.values().networkPrinter());
        networkPrinter.subscribe((_, typed) -> keepNetworkPrinter(typed.strip()));
    }

    public ObservableList<Machine> readers() {
        return readers;
    }

    /// The readers with what lies there, as it was noticed last.
    public ObservableList<ReaderState> states() {
        return states;
    }

    /// What the watch noticed.
    void heard(List<ReaderState> noticed) {
        states.setAll(noticed);
    }

    public boolean isDesks(Machine machine) {
        var chosen = reader.get();
        return chosen != null && chosen.address().equals(machine.address());
    }

    /// Where a card lies: the desk's reader, or if that one is empty the only other one with a card.
    public @Nullable Machine readerWithCard() {
        var chosen = reader.get();
        boolean empty =
                states.stream()
                        .anyMatch(it -> isDesks(it.machine()) && it.presence() == Presence.EMPTY);
        var others =
                states.stream()
                        .filter(it -> it.presence() == Presence.CARD && !it.inPrinter())
                        .map(ReaderState::machine)
                        .toList();
        return empty && others.size() == 1 ? others.getFirst() : chosen;
    }

    /// The serial port of this workstation's reader of numbers; empty for none.
    public String numberPort() {
        return settings.values().numbers();
    }

    public void chooseNumberPort(String port) {
        settings.keep(settings.values().withNumbers(port));
    }

    /// Whether the desk's queue has reader and printer to itself.
    BooleanProperty queueing() {
        return queueing;
    }

    public ObservableList<Machine> printers() {
        return printers;
    }

    public ObjectProperty<@Nullable Machine> chosenReader() {
        return reader;
    }

    public ObjectProperty<@Nullable Machine> chosenPrinter() {
        return printer;
    }

    /// Where a printer is that nobody announces; empty for none.
    public StringProperty networkPrinter() {
        return networkPrinter;
    }

    /// What is wrong with what was typed.
    public ObservableList<Problem> problems() {
        return problems;
    }

    private void keepNetworkPrinter(String address) {
        if (address.isEmpty() || NETWORK.matcher(address).matches()) {
            problems.clear();
            settings.keep(settings.values().withNetworkPrinter(address));
            refresh();
        } else {
            problems.setAll(
                    List.of(Problem.of("networkPrinter", address, "station.network-wrong")));
        }
    }

    /// Looks again at what is plugged in.
    public void refresh() {
        background.run(
                "station.looking",
                busy,
                () -> new Found(station.readers(), printersHere()),
                this::show);
    }

    /// What is found, and before it the printer that was typed.
    private List<Machine> printersHere() {
        var found = station.printers();
        var typed = settings.values().networkPrinter();
        if (typed.isEmpty() || found.stream().anyMatch(each -> each.address().equals(typed))) {
            return found;
        }
        return Stream.concat(Stream.of(Machine.printer(typed)), found.stream()).toList();
    }

    private void show(Found found) {
        settle(readers, found.readers(), reader, settings.values().reader());
        settle(printers, found.printers(), printer, settings.values().printer());
    }

    private static void settle(
            ObservableList<Machine> list,
            List<Machine> found,
            ObjectProperty<@Nullable Machine> chosen,
            String remembered) {
        if (!list.equals(found)) {
            list.setAll(found);
        }
        var kept = chosen.get();
        if (kept != null && found.contains(kept)) {
            return;
        }
        chosen.set(
                found.stream()
                        .filter(machine -> machine.address().equals(remembered))
                        .findFirst()
                        .orElse(found.isEmpty() ? null : found.getFirst()));
    }

    /// The person has chosen: remembered for the next start.
    public void chooseReader(Machine machine) {
        reader.set(machine);
        settings.keep(settings.values().withReader(machine.address()));
    }

    public void choosePrinter(Machine machine) {
        printer.set(machine);
        settings.keep(settings.values().withPrinter(machine.address()));
    }

    @Override
    public ObservableValue<@Nullable Message> reader() {
        return Observed.map(reader, machine -> Message.of("status.reader", machine.words()));
    }

    @Override
    public ObservableValue<@Nullable Message> printer() {
        return Observed.map(printer, machine -> Message.of("status.printer", machine.words()));
    }
}
