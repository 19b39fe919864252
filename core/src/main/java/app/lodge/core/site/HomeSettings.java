package app.lodge.core.site;

import app.lodge.core.books.BooksSource;
import app.lodge.core.books.Problem;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Properties;

/// What `lodge.properties` in the home may say; all of it is optional.
///
/// @param books empty for the embedded database
/// @param doorPort 0 takes a free one; likewise `mqttPort` and `joinPort`
/// @param listen address on which workstations and devices reach the bridge
public record HomeSettings(
        String books,
        String booksUser,
        String booksPasswordFile,
        String listen,
        int doorPort,
        int mqttPort,
        int joinPort) {

    static HomeSettings read(Home home) throws SiteException {
        var properties = new Properties();
        if (Files.exists(home.properties())) {
            try (Reader reader = Files.newBufferedReader(home.properties())) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new SiteException(
                        Problem.of(
                                "lodge.properties",
                                home.properties(),
                                "site.properties-unreadable"));
            }
        }
        var problems = new ArrayList<Problem>();
        var read =
                new HomeSettings(
                        properties.getProperty("books.url", ""),
                        properties.getProperty("books.user", "lodge"),
                        properties.getProperty("books.password-file", ""),
                        properties.getProperty("bridge.listen", "127.0.0.1"),
                        port(properties, "bridge.port", problems),
                        port(properties, "mqtt.port", problems),
                        port(properties, "join.port", problems));
        if (!read.books.isEmpty() && !read.books.startsWith("jdbc:postgresql://")) {
            problems.add(Problem.of("books.url", read.books, "site.books-url"));
        }
        if (!problems.isEmpty()) {
            throw new SiteException(problems);
        }
        return read;
    }

    BooksSource source(Home home, String embeddedPassword) throws SiteException {
        if (books.isEmpty()) {
            return new BooksSource.EmbeddedFile(home.books(), embeddedPassword);
        }
        if (booksPasswordFile.isEmpty()) {
            return new BooksSource.PostgreSql(books, booksUser, "");
        }
        try {
            return new BooksSource.PostgreSql(
                    books, booksUser, Files.readString(Path.of(booksPasswordFile)).strip());
        } catch (IOException e) {
            throw new SiteException(
                    Problem.of("books.password-file", booksPasswordFile, "site.file-unreadable"));
        }
    }

    private static int port(Properties properties, String key, ArrayList<Problem> problems) {
        var text = properties.getProperty(key, "0").strip();
        try {
            var port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // falls through to the problem
        }
        problems.add(Problem.of(key, text, "site.port"));
        return 0;
    }
}
