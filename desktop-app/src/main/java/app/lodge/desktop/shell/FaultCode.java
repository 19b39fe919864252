package app.lodge.desktop.shell;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// The short code under which a fault is found in a log.
public final class FaultCode {

    private FaultCode() {}

    /// Eight characters from the kind and the place of the root cause: the same fault has the same
    /// code, whatever the names and numbers in its message.
    public static String of(Throwable thrown) {
        var root = root(thrown);
        var crc = new CRC32();
        crc.update(root.getClass().getName().getBytes(StandardCharsets.UTF_8));
        if (root.getStackTrace().length > 0) {
            var place = root.getStackTrace()[0];
            crc.update(
                    (place.getClassName() + place.getMethodName() + place.getLineNumber())
                            .getBytes(StandardCharsets.UTF_8));
        }
        var hex = "%08X".formatted(crc.getValue());
        return hex.substring(0, 4) + "-" + hex.substring(4);
    }

    static Throwable root(Throwable thrown) {
        var at = thrown;
        while (at.getCause() != null && at.getCause() != at) {
            at = at.getCause();
        }
        return at;
    }
}
