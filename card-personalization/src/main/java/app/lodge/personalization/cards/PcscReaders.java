package app.lodge.personalization.cards;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;

/// The readers that the machine's PC/SC service has: pcscd on Linux, the resource manager on Windows,
/// CryptoTokenKit on macOS.
///
/// Java's PC/SC keeps one connection to the service for the life of the program. If the service is
/// restarted it answers no more; then {@link #list} is empty, {@link #open} says NoReader, and only
/// starting the program again helps. A service that was not there at first is found once it runs.
public final class PcscReaders {

    private PcscReaders() {}

    /// Names of the readers plugged in now; empty without a PC/SC service.
    public static List<String> list() {
        try {
            return terminals().stream().map(CardTerminal::getName).toList();
        } catch (CardException | NoSuchAlgorithmException _) {
            return List.of();
        }
    }

    /// @param name as {@link #list} gives it
    /// @throws DeviceException with NoReader
    public static CardReader open(String name) throws DeviceException {
        try {
            for (CardTerminal terminal : terminals()) {
                if (terminal.getName().equals(name)) {
                    return new PcscReader(terminal);
                }
            }
        } catch (CardException | NoSuchAlgorithmException e) {
            throw new DeviceException(new DeviceFault.NoReader(name), e);
        }
        throw new DeviceException(new DeviceFault.NoReader(name));
    }

    /// Never the default factory: without a service at first use that one is "none" for ever.
    private static List<CardTerminal> terminals() throws CardException, NoSuchAlgorithmException {
        return TerminalFactory.getInstance("PC/SC", null).terminals().list();
    }
}
