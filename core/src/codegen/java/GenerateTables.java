import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/// Runs in the build, from source: migrates an in-memory H2 with the product's own migrations and
/// generates the jOOQ tables from what results, so that a query that does not fit the schema does
/// not compile. Arguments: migrations folder, output folder.
void main(String[] args) throws Exception {
    var migrations = Path.of(args[0]);
    var output = Path.of(args[1]);
    var stamp = output.resolve(".migrations");
    var fingerprint = fingerprint(migrations);
    if (Files.exists(stamp) && Files.readString(stamp).equals(fingerprint)) {
        return; // nothing changed since the last build
    }
    Logger.getLogger("org.flywaydb").setLevel(Level.WARNING);
    var url =
            "jdbc:h2:mem:codegen;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    var pool = JdbcConnectionPool.create(url, "sa", "");
    Flyway.configure()
            .dataSource(pool)
            .locations("filesystem:" + migrations.resolve("common")) // triggers need our classes
            .placeholders(Map.of("bytes", "varbinary(1000000)"))
            .load()
            .migrate();
    GenerationTool.generate(
            new Configuration()
                    .withLogging(Logging.WARN)
                    .withJdbc(new Jdbc().withUrl(url).withUser("sa").withPassword(""))
                    .withGenerator(
                            new Generator()
                                    .withGenerate(new Generate().withRecords(false))
                                    .withDatabase(
                                            new Database()
                                                    .withName("org.jooq.meta.h2.H2Database")
                                                    .withIncludes(".*")
                                                    .withExcludes("flyway_schema_history")
                                                    .withInputSchema("public")
                                                    .withOutputSchemaToDefault(true))
                                    .withTarget(
                                            new Target()
                                                    .withPackageName("app.lodge.core.books.tables")
                                                    .withDirectory(output.toString()))));
    Files.writeString(stamp, fingerprint);
}

String fingerprint(Path migrations) throws Exception {
    try (var files = Files.walk(migrations)) {
        var text = new StringBuilder();
        for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
            text.append(file.getFileName()).append(Files.readString(file).hashCode()).append('\n');
        }
        return text.toString();
    }
}
