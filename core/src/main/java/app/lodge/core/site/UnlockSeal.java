package app.lodge.core.site;

import app.lodge.core.books.Problem;
import app.lodge.core.keys.HeldKey;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.PasswordSeal;
import app.lodge.core.media.Uid;
import app.lodge.core.site.UnlockFile.Card;
import app.lodge.core.site.UnlockFile.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The unlock secret under operators' passwords and cards, so that a site whose machine is stolen does
/// not open itself (CHAIN-07). Where `unlock.secret` lies beside `unlock.sealed` the site goes on opening
/// itself; without it somebody must.
///
/// A card opens with three things together: its half of a secret, the machine's key with which the card
/// gives it out, and the PIN. Who has stolen one or two of them has nothing to try PINs on but the card.
public final class UnlockSeal {

    /// Characters of a card's PIN here: whoever has both card and machine may try as fast as Argon2id
    /// lets them.
    public static final int SHORTEST_PIN = 6;

    private UnlockSeal() {}

    /// Whether nobody but an operator opens this home.
    public static boolean isSealed(Home home) {
        return Files.exists(UnlockFile.of(home).file()) && !Files.exists(home.unlockSecret());
    }

    /// Lets an operator's password open the home; their line of before goes.
    ///
    /// @param password the caller wipes it
    public static void add(Home home, String operator, char[] password, KdfCost cost)
            throws SiteException {
        put(home, operator, Optional.empty(), password, cost);
    }

    /// Lets an operator's card open the home; the chip's line of before goes.
    ///
    /// @param key the machine's, with which the card gives out its half
    /// @param half what the card carries; the caller wipes it, and the PIN
    public static void addCard(
            Home home, String operator, Uid uid, HeldKey key, byte[] half, char[] pin, KdfCost cost)
            throws SiteException {
        char[] both = joined(half, pin);
        put(home, operator, Optional.of(new Card(uid, key)), both, cost);
        Arrays.fill(both, ' ');
    }

    private static void put(
            Home home, String operator, Optional<Card> card, char[] password, KdfCost cost)
            throws SiteException {
        byte[] secret = home.readSecret();
        try {
            var owner = owner(operator, card);
            var sealed = PasswordSeal.seal(secret, password, owner, cost);
            UnlockFile.of(home).put(new Line(operator, sealed, card));
        } catch (IOException e) {
            throw unwritable(home, e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /// From now on only operators open the home.
    ///
    /// @param opened as one of them just opened it
    /// @return whether that opens what the file opens; if not, the file stays
    public static boolean closeTheFile(Home opened) throws SiteException {
        var file = opened.unlockSecret();
        byte[] theirs = opened.readSecret();
        byte[] ours = new Home(opened.folder()).readSecret();
        try {
            if (!MessageDigest.isEqual(theirs, ours)) {
                return false;
            }
            Files.write(file, new byte[(int) Files.size(file)]);
            Files.delete(file);
            return true;
        } catch (IOException e) {
            throw unwritable(opened, e);
        } finally {
            Arrays.fill(theirs, (byte) 0);
            Arrays.fill(ours, (byte) 0);
        }
    }

    /// The home as its operator opened it; empty if name or password is wrong.
    ///
    /// @param password the caller wipes it
    public static Optional<Home> open(Home home, String operator, char[] password)
            throws SiteException {
        return lines(home).stream()
                .filter(line -> line.card().isEmpty() && line.operator().equals(operator))
                .findFirst()
                .flatMap(line -> opened(home, line, password));
    }

    /// The home as an operator's card opened it; empty if the card's half or the PIN is wrong.
    ///
    /// @param half and `pin` are wiped by the caller
    public static Optional<Home> openByCard(Home home, Uid uid, byte[] half, char[] pin)
            throws SiteException {
        char[] both = joined(half, pin);
        try {
            return ofCard(home, uid).flatMap(line -> opened(home, line, both));
        } finally {
            Arrays.fill(both, ' ');
        }
    }

    /// The machine's key for a card, with which it gives out its half; empty if it opens nothing here.
    public static Optional<HeldKey> keyFor(Home home, Uid uid) throws SiteException {
        return ofCard(home, uid).flatMap(Line::card).map(Card::key);
    }

    /// Whoever may open the home, by name, each once.
    public static List<String> openers(Home home) throws SiteException {
        return lines(home).stream().map(Line::operator).distinct().toList();
    }

    /// Passwords and cards of an operator open nothing from now on.
    ///
    /// @return false if nobody else could open the home then, or they could not: all is as before
    public static boolean remove(Home home, String operator) throws SiteException {
        var lines = lines(home);
        var left = lines.stream().filter(line -> !line.operator().equals(operator)).toList();
        if (left.size() == lines.size() || left.isEmpty() && isSealed(home)) {
            return false;
        }
        try {
            UnlockFile.of(home).write(left);
            return true;
        } catch (IOException e) {
            throw unwritable(home, e);
        }
    }

    private static Optional<Line> ofCard(Home home, Uid uid) throws SiteException {
        return lines(home).stream()
                .filter(line -> line.card().filter(card -> card.uid().equals(uid)).isPresent())
                .findFirst();
    }

    private static Optional<Home> opened(Home home, Line line, char[] password) {
        return PasswordSeal.open(line.sealed(), password, owner(line.operator(), line.card()))
                .map(secret -> new Home(home.folder(), HeldKey.taking(secret)));
    }

    /// Whose a sealed secret is; an operator's cards differ by their chips.
    private static String owner(String operator, Optional<Card> card) {
        return card.map(one -> operator + "\n" + one.uid().hex()).orElse(operator);
    }

    private static List<Line> lines(Home home) throws SiteException {
        var file = UnlockFile.of(home);
        try {
            return file.lines();
        } catch (IOException e) {
            throw new SiteException(
                    Problem.of(UnlockFile.NAME, file.file(), "site.file-unreadable"));
        }
    }

    /// The half in hex, then the PIN.
    private static char[] joined(byte[] half, char[] pin) {
        var both = new char[2 * half.length + pin.length];
        for (int i = 0; i < half.length; i++) {
            both[2 * i] = Character.forDigit(half[i] >> 4 & 0xF, 16);
            both[2 * i + 1] = Character.forDigit(half[i] & 0xF, 16);
        }
        System.arraycopy(pin, 0, both, 2 * half.length, pin.length);
        return both;
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
