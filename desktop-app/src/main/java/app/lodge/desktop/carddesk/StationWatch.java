package app.lodge.desktop.carddesk;

import app.lodge.desktop.carddesk.CardStation.Presence;
import app.lodge.desktop.carddesk.CardStation.ReaderState;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Notices;
import app.lodge.desktop.shell.WorkstationSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Notices what happens at this workstation's readers while the program runs: one plugged in or pulled
/// out, a card laid on any of them, a number said (ID-47).
public final class StationWatch {

    private final CardStation station;
    private final StationViewModel machines;
    private final WorkstationSettings settings;
    private final Notices notices;
    private final Consumer<String> numbers;
    private volatile List<ReaderState> now = List.of();
    private volatile Optional<String> number = Optional.empty();
    private volatile List<ReaderState> told = List.of();
    private volatile boolean first = true;

    /// @param numbers hears what readers of numbers say, on the screen's thread
    public StationWatch(
            CardStation station,
            StationViewModel machines,
            WorkstationSettings settings,
            Notices notices,
            Consumer<String> numbers) {
        this.station = station;
        this.machines = machines;
        this.settings = settings;
        this.notices = notices;
        this.numbers = numbers;
    }

    /// Looks once; waits for devices, so beside the screen.
    ///
    /// @return whether there is something to tell
    public boolean happened() {
        number = station.number(settings.values().numbers());
        now = station.readerStates();
        return number.isPresent() || first || !now.equals(told);
    }

    /// Tells what happened, on the screen's thread.
    public void tell() {
        var before = told;
        told = now;
        machines.heard(told);
        if (!first) {
            news(before, told).forEach(notices::done);
        }
        if (first || !names(before).equals(names(told))) {
            machines.refresh();
        }
        first = false;
        number.ifPresent(numbers);
    }

    /// In words; a card on the desk's own reader is no news, for it was laid there for something.
    private List<Message> news(List<ReaderState> before, List<ReaderState> after) {
        var news = new ArrayList<Message>();
        for (var reader : before) {
            if (state(after, reader).isEmpty()) {
                news.add(Message.of("readers.pulled-out", reader.machine().words()));
            }
        }
        for (var reader : after) {
            var earlier = state(before, reader);
            boolean laid =
                    reader.presence() == Presence.CARD
                            && earlier.filter(it -> it.presence() == Presence.CARD).isEmpty();
            if (earlier.isEmpty()) {
                news.add(Message.of("readers.plugged-in", reader.machine().words()));
            } else if (laid && !reader.inPrinter() && !machines.isDesks(reader.machine())) {
                news.add(Message.of("readers.laid", reader.machine().words()));
            }
        }
        return news;
    }

    private static Optional<ReaderState> state(List<ReaderState> among, ReaderState reader) {
        return among.stream().filter(it -> it.machine().equals(reader.machine())).findFirst();
    }

    private static List<String> names(List<ReaderState> readers) {
        return readers.stream().map(it -> it.machine().address()).toList();
    }
}
