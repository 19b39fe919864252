package app.lodge.core.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Since photographs are approved, roles that a site had made before keep what they could do: whoever put
/// photographs on cards may approve them, and nobody else (V133).
@Tag("ID-11")
@Tag("ID-55")
final class ApprovingRolesMigrationTest {

    @Test
    void ownRolesThatChangePeopleMayApproveFromThenOn() throws Exception {
        var source =
                JdbcConnectionPool.create(
                        "jdbc:h2:mem:"
                                + UUID.randomUUID()
                                + ";DB_CLOSE_DELAY=-1;"
                                + EmbeddedStorage.DIALECT,
                        "lodge",
                        "");
        try (var connection = source.getConnection()) {
            before(source);
            role(connection, 1, "Photographer", "SEE_PEOPLE CHANGE_PEOPLE");
            role(connection, 2, "First", "CHANGE_PEOPLE SEE_PEOPLE ISSUE_CARDS");
            role(connection, 3, "Alone", "CHANGE_PEOPLE");
            role(connection, 4, "Looks on", "SEE_PEOPLE SEE_MEDIA");
            role(connection, 5, "Nothing", "");

            Migrations.run(source, Migrations.H2);

            assertThat(permissions(connection))
                    .containsExactly(
                            Map.entry("Alone", "CHANGE_PEOPLE APPROVE_PHOTOGRAPHS"),
                            Map.entry(
                                    "First",
                                    "CHANGE_PEOPLE SEE_PEOPLE ISSUE_CARDS APPROVE_PHOTOGRAPHS"),
                            Map.entry("Looks on", "SEE_PEOPLE SEE_MEDIA"),
                            Map.entry("Nothing", ""),
                            Map.entry(
                                    "Photographer",
                                    "SEE_PEOPLE CHANGE_PEOPLE APPROVE_PHOTOGRAPHS"));
        } finally {
            source.dispose();
        }
    }

    /// The books of a site that has not been opened since.
    private static void before(DataSource source) {
        var folder = "classpath:app/lodge/core/books/migrations/";
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .locations(folder + "common", folder + Migrations.H2.folder())
                .placeholders(Map.of("bytes", Migrations.H2.bytes()))
                .target("132")
                .load()
                .migrate();
    }

    private static void role(Connection connection, long id, String name, String permissions)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "insert into staff_role values (?, ?, 'CLERK', ?, '', current_timestamp)")) {
            insert.setLong(1, id);
            insert.setString(2, name);
            insert.setString(3, permissions);
            insert.execute();
        }
    }

    private static Map<String, String> permissions(Connection connection) throws SQLException {
        var found = new TreeMap<String, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select name, permissions from staff_role")) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        }
        return found;
    }
}
