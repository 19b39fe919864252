package app.lodge.desktop.workstation;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.operators.CardEntrance;
import app.lodge.core.operators.CardEntrance.ProveOutcome;
import app.lodge.desktop.signin.CardAtTheDesk;
import app.lodge.personalization.cards.OperatorCardDesk;
import app.lodge.personalization.cards.PcscReaders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Operators' cards on the PC/SC readers of this machine.
public final class DeskCard implements CardAtTheDesk {

    private static final Duration A_READER = Duration.ofMillis(700);

    private volatile @Nullable String lying;

    @Override
    public ProveOutcome prove(CardEntrance entrance) throws DeviceException {
        DeviceException last = new DeviceException(new DeviceFault.NoReader("PC/SC"));
        for (var name : PcscReaders.list()) {
            try (var reader = PcscReaders.open(name)) {
                var outcome = OperatorCardDesk.prove(reader, A_READER, entrance);
                lying = name;
                return outcome;
            } catch (DeviceException e) {
                last = worse(last, e);
            }
        }
        throw last;
    }

    /// What is wrong with a card tells more than that another reader is empty.
    private static DeviceException worse(DeviceException before, DeviceException now) {
        return now.fault() instanceof DeviceFault.NoCard
                        && !(before.fault() instanceof DeviceFault.NoReader)
                ? before
                : now;
    }

    @Override
    public boolean awaitRemoval(Duration wait) {
        var name = lying;
        if (name == null || PcscReaders.list().size() < 2) {
            return false; // the only reader is needed for people's cards
        }
        try (var reader = PcscReaders.open(name)) {
            return reader.awaitRemoval(wait);
        } catch (DeviceException e) {
            return true; // the reader itself is gone
        }
    }
}
