package app.lodge.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.doors.Connection;
import app.lodge.core.site.SiteException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// A day in the field with the embedded broker.
final class FieldDayTest extends FieldDayContract {

    @BeforeAll
    static void open(@TempDir Path home) throws SiteException {
        folder = home;
        site = new TestBridge(folder);
    }

    @AfterAll
    static void close() {
        site.close();
        assertThat(Connection.read(folder)).isEmpty();
    }
}
