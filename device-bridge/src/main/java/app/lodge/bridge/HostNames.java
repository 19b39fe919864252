package app.lodge.bridge;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// The names by which a bridge is reached; its certificate carries them.
final class HostNames {

    private HostNames() {}

    /// All names under which a bridge is called that listens on an address.
    static List<String> of(String listen) {
        return List.of("localhost", "127.0.0.1", "::1", listen, toCall(listen), own());
    }

    /// The name by which callers reach an address that may be a wildcard.
    static String toCall(String listen) {
        return listen.equals("0.0.0.0") || listen.equals("::") ? own() : listen;
    }

    /// This machine's.
    static String own() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "127.0.0.1";
        }
    }
}
