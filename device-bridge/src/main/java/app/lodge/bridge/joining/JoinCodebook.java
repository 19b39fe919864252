package app.lodge.bridge.joining;

import app.lodge.core.devices.FieldBooks;
import app.lodge.core.devices.FieldBooks.JoinOutcome;
import java.time.Instant;
import java.util.Map;

/// Who may join with which code: the site's books, or those of a test bench.
public interface JoinCodebook {

    static JoinCodebook of(FieldBooks books) {
        return new JoinCodebook() {
            @Override
            public JoinOutcome redeem(String name, String code, String serial, Instant until) {
                return books.redeem(name, code, serial, until);
            }

            @Override
            public void noteRefusal(String kind, String name, Map<String, String> details) {
                books.noteRefusal(kind, name, details);
            }
        };
    }

    /// Uses up a one-time code.
    ///
    /// @param serial of the certificate, upper-case hex
    JoinOutcome redeem(String name, String code, String serial, Instant until);

    /// @param kind such as `device.join-refused`
    void noteRefusal(String kind, String name, Map<String, String> details);
}
