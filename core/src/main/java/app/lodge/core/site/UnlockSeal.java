package app.lodge.core.site;

import app.lodge.core.books.Problem;
import app.lodge.core.keys.HeldKey;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.PasswordSeal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The unlock secret under operators' passwords, so that a site whose machine is stolen does not open
/// itself: `unlock.sealed`, one line for each operator, name and sealed secret in base64. Where
/// `unlock.secret` lies beside it the site goes on opening itself; without it somebody must.
public final class UnlockSeal {

    static final String FILE = "unlock.sealed";

    private UnlockSeal() {}

    /// Whether nobody but an operator's password opens this home.
    public static boolean isSealed(Home home) {
        return Files.exists(home.folder().resolve(FILE)) && !Files.exists(home.unlockSecret());
    }

    /// Lets an operator's password open the home; their line of before goes.
    ///
    /// @param password the caller wipes it
    public static void add(Home home, String operator, char[] password, KdfCost cost)
            throws SiteException {
        byte[] secret = home.readSecret();
        try {
            var lines = read(home);
            lines.put(operator, PasswordSeal.seal(secret, password, operator, cost));
            write(home, lines);
        } catch (IOException e) {
            throw unwritable(home, e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /// From now on only passwords open the home. The file goes once the password is seen to open it.
    ///
    /// @param password the caller wipes it
    /// @return whether it did
    public static boolean closeTheFile(Home home, String operator, char[] password)
            throws SiteException {
        if (open(home, operator, password).isEmpty()) {
            return false;
        }
        try {
            var file = home.unlockSecret();
            Files.write(file, new byte[(int) Files.size(file)]);
            Files.delete(file);
            return true;
        } catch (IOException e) {
            throw unwritable(home, e);
        }
    }

    /// The home as its operator opened it; empty if name or password is wrong.
    ///
    /// @param password the caller wipes it
    public static Optional<Home> open(Home home, String operator, char[] password)
            throws SiteException {
        try {
            var sealed = read(home).get(operator);
            return sealed == null
                    ? Optional.empty()
                    : PasswordSeal.open(sealed, password, operator)
                            .map(secret -> new Home(home.folder(), HeldKey.taking(secret)));
        } catch (IOException e) {
            throw new SiteException(
                    Problem.of(
                            "unlock.sealed", home.folder().resolve(FILE), "site.file-unreadable"));
        }
    }

    private static Map<String, byte[]> read(Home home) throws IOException {
        var lines = new LinkedHashMap<String, byte[]>();
        var file = home.folder().resolve(FILE);
        if (!Files.exists(file)) {
            return lines;
        }
        var base64 = Base64.getDecoder();
        try {
            for (var line : Files.readAllLines(file)) {
                var parts = line.split(" ", 2);
                lines.put(
                        new String(base64.decode(parts[0]), StandardCharsets.UTF_8),
                        base64.decode(parts[1]));
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IOException(FILE + " is damaged", e);
        }
        return lines;
    }

    private static void write(Home home, Map<String, byte[]> lines) throws IOException {
        var base64 = Base64.getEncoder();
        var text = new StringBuilder();
        lines.forEach((name, sealed) ->
                text.append(base64.encodeToString(name.getBytes(StandardCharsets.UTF_8)))
                        .append(' ')
                        .append(base64.encodeToString(sealed))
                        .append('\n'));
        var fresh = home.folder().resolve(FILE + ".new");
        Files.writeString(fresh, text);
        Files.move(
                fresh,
                home.folder().resolve(FILE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static SiteException unwritable(Home home, IOException e) {
        return new SiteException(
                Problem.of(
                        "home",
                        home.folder(),
                        "site.home-not-writable",
                        String.valueOf(e.getMessage())));
    }
}
