package app.lodge.personalization.cards;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import java.util.List;

/// The readers that the machine's PC/SC service has: pcscd on Linux, the resource manager on Windows,
/// CryptoTokenKit on macOS. Each question and each reader has a connection of its own, so a service
/// that was restarted, or came later, is found again; a reader that was unplugged works once it is back.
public final class PcscReaders {

    private PcscReaders() {}

    /// Names of the readers plugged in now; empty without a PC/SC service.
    public static List<String> list() {
        try (var context = PcscContext.establish()) {
            return context.readers();
        } catch (PcscException _) {
            return List.of();
        }
    }

    /// @param name as {@link #list} gives it
    /// @throws DeviceException with NoReader
    public static CardReader open(String name) throws DeviceException {
        if (!list().contains(name)) {
            throw new DeviceException(new DeviceFault.NoReader(name));
        }
        return new PcscReader(name);
    }
}
