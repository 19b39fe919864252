package app.lodge.core.kiosks;

import app.lodge.core.cashdesk.Denomination;
import app.lodge.core.devices.DeviceBoard.Level;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.money.Money;
import java.util.List;
import java.util.Optional;

/// The cash of one kiosk or phone as the books have it.
///
/// @param expected what lies in it
/// @param content by denomination, notes first; empty where the device does not tell notes apart
/// @param levels how full it says that it is
/// @param inBags emptied and not counted yet
/// @param differences counted − told, of all its emptyings
public record Kiosk(
        DeviceId id,
        String name,
        String label,
        DeviceKind kind,
        Money expected,
        List<Line> content,
        List<Level> levels,
        Money inBags,
        Money differences,
        Optional<Emptying> last) {

    public Kiosk {
        content = List.copyOf(content);
        levels = List.copyOf(levels);
    }

    /// @param pieces below zero only while an event is on its way
    public record Line(Denomination denomination, long pieces) {}
}
