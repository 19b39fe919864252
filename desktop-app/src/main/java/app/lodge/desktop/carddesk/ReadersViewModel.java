package app.lodge.desktop.carddesk;

import app.lodge.core.devices.DeviceException;
import app.lodge.desktop.carddesk.CardStation.ReaderState;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import java.util.LinkedHashSet;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The readers at this workstation: what each is, whether a card lies there, which is the desk's, and a
/// try of each (ID-47).
public final class ReadersViewModel {

    private final Session session;
    private final CardStation station;
    private final StationViewModel machines;
    private final ObservableList<ReaderState> readers = FXCollections.observableArrayList();
    private final ObservableList<String> ports = FXCollections.observableArrayList();
    private final SimpleObjectProperty<@Nullable Message> tried = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();

    public ReadersViewModel(Session session, CardStation station, StationViewModel machines) {
        this.session = session;
        this.station = station;
        this.machines = machines;
        machines.states()
                .addListener(
                        (ListChangeListener<ReaderState>) _ -> readers.setAll(machines.states()));
    }

    /// Serial ports that a reader of numbers may be at; first none.
    public ObservableList<String> ports() {
        return ports;
    }

    public String port() {
        return machines.numberPort();
    }

    public void choosePort(String port) {
        machines.chooseNumberPort(port);
    }

    public ObservableList<ReaderState> readers() {
        return readers;
    }

    /// What the last try said.
    public ReadOnlyObjectProperty<@Nullable Message> tried() {
        return tried;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// Looks again at what is plugged in and what lies there.
    public void refresh() {
        session.background()
                .run(
                        "readers.looking",
                        busy,
                        () -> new Found(station.readerStates(), station.serialPorts()),
                        this::show);
    }

    private record Found(List<ReaderState> readers, List<String> ports) {}

    private void show(Found found) {
        readers.setAll(found.readers());
        var all = new LinkedHashSet<>(List.of("", port()));
        all.addAll(found.ports());
        ports.setAll(all);
        machines.refresh();
    }

    public boolean isDesks(ReaderState reader) {
        return machines.isDesks(reader.machine());
    }

    /// From now on this is the desk's reader.
    public void choose(ReaderState reader) {
        machines.chooseReader(reader.machine());
        readers.setAll(List.copyOf(readers));
    }

    /// Waits for a card on it and says which it is.
    public void tryOut(ReaderState reader) {
        tried.set(null);
        session.background().run("look.reading", busy, () -> answer(reader), this::answered);
    }

    private Message answer(ReaderState reader) {
        try {
            var seen = station.look(reader.machine().address()).seen();
            return Message.of(
                    "readers.tried",
                    reader.machine().words(),
                    seen.chip(),
                    seen.uid().map(uid -> uid.hex()).orElse("–"));
        } catch (DeviceException e) {
            return FaultWords.message(e.fault());
        }
    }

    private void answered(Message said) {
        tried.set(said);
        refresh();
    }
}
