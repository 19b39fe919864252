package app.lodge.core.books;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/// The schema, brought up to date by Flyway, and how jOOQ writes its names on either database.
final class Migrations {

    /// What differs between the two databases: the folder of their own scripts, the type of bytes.
    record Vendor(String folder, String bytes) {}

    static final Vendor H2 = new Vendor("h2", "varbinary(1000000)");
    static final Vendor POSTGRESQL = new Vendor("postgresql", "bytea");

    private static final String FOLDER = "classpath:app/lodge/core/books/migrations/";
    private static final Settings SETTINGS =
            new Settings()
                    .withRenderNameCase(RenderNameCase.LOWER)
                    .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
                    .withRenderSchema(false)
                    .withExecuteLogging(false);

    private Migrations() {}

    static void run(DataSource source, Vendor vendor) {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(source)
                    .locations(FOLDER + "common", FOLDER + vendor.folder())
                    .placeholders(Map.of("bytes", vendor.bytes()))
                    // Numbers go by feature: a later one may be lower than what a site has already.
                    .outOfOrder(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new BooksUnavailable(
                    "The books could not be opened or brought up to date: " + said(e), e);
        }
    }

    /// What the database said, without the frame that Flyway draws around it.
    private static String said(FlywayException e) {
        Throwable at = e;
        while (at.getCause() != null && !(at instanceof SQLException)) {
            at = at.getCause();
        }
        return String.valueOf(at.getMessage());
    }

    static DSLContext dsl(Connection connection, SQLDialect dialect) {
        return DSL.using(connection, dialect, SETTINGS);
    }
}
