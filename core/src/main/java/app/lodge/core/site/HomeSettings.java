package app.lodge.core.site;

import app.lodge.core.books.BooksSource;
import app.lodge.core.books.Problem;
import app.lodge.core.keys.TokenOrder;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// What `lodge.properties` in the home may say; all of it is optional.
///
/// @param books empty for the embedded database
/// @param doorPort 0 takes a free one; likewise `mqttPort` and `joinPort`
/// @param token where master keys of cards lie; null for the vault's file
/// @param virtualSite whether devices without hardware may be put into the field
/// @param listen address on which workstations and devices reach the bridge
/// @param broker `mqtts://host:port` of a broker outside; null for the embedded one
public record HomeSettings(
        String books,
        String booksUser,
        String booksPasswordFile,
        String listen,
        int doorPort,
        int mqttPort,
        int joinPort,
        @Nullable TokenOrder token,
        @Nullable URI broker,
        boolean virtualSite,
        boolean standby) {

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
                        port(properties, "join.port", problems),
                        token(home, properties, problems),
                        broker(properties, problems),
                        properties.getProperty("virtual-site", "no").strip().equals("yes"),
                        properties.getProperty("bridge.standby", "no").strip().equals("yes"));
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

    /// `vault.store` is `file` or `pkcs11`; the latter needs `vault.pkcs11.library`, `.token` and
    /// `.pin-file`.
    private static @Nullable TokenOrder token(
            Home home, Properties properties, ArrayList<Problem> problems) {
        var store = properties.getProperty("vault.store", "file").strip();
        if (store.equals("file")) {
            return null;
        }
        if (!store.equals("pkcs11")) {
            problems.add(Problem.of("vault.store", store, "site.vault-store"));
            return null;
        }
        var values = new ArrayList<String>();
        for (var name : List.of("library", "token", "pin-file")) {
            var key = "vault.pkcs11." + name;
            var value = properties.getProperty(key, "").strip();
            if (value.isEmpty()) {
                problems.add(Problem.of(key, value, "site.vault-token-setting"));
            }
            values.add(value);
        }
        return new TokenOrder(
                home.folder().resolve(values.get(0)),
                values.get(1),
                home.folder().resolve(values.get(2)));
    }

    private static @Nullable URI broker(Properties properties, ArrayList<Problem> problems) {
        var text = properties.getProperty("mqtt.broker", "").strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            var address = new URI(text);
            if ("mqtts".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getPort() > 0
                    && address.getPort() <= 65_535
                    && address.getRawPath().isEmpty()) {
                return address;
            }
        } catch (URISyntaxException e) {
            // falls through to the problem
        }
        problems.add(Problem.of("mqtt.broker", text, "site.mqtt-broker"));
        return null;
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
