package app.lodge.bridge;

import java.nio.file.Path;

/// Sends the bridge's log into its home.
public final class BridgeLog {

    private BridgeLog() {}

    /// To be called before anything else of Lodge, because the first logger fixes the configuration.
    /// A `logback.configurationFile` given on the command line wins.
    ///
    /// @param logs the home's `logs` folder
    public static void writeTo(Path logs) {
        System.setProperty("lodge.logs", logs.toAbsolutePath().toString());
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "app/lodge/bridge/logback.xml");
        }
    }
}
