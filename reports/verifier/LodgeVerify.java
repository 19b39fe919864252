import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks a journal exported by Lodge, and the code of a receipt, without Lodge and without its database.
 *
 * <pre>
 * java LodgeVerify.java journal.lodge [--key FINGERPRINT] [--anchor SEAL:HASH]... [--accounts] [--first]
 * java LodgeVerify.java --receipt "TEXT" [--key FINGERPRINT] [journal.lodge]
 * </pre>
 *
 * Needs a JDK 17 or newer and nothing else. The format is written down in docs/journal-format.md. Exit status: 0
 * everything agrees, 1 something does not (each fault with its line, counted from 1, and its byte, counted from 0),
 * 2 wrong usage or nothing that could be checked.
 */
public final class LodgeVerify {

    private static final int MOST_PRINTED = 50;
    private static final byte[] ZEROS = new byte[32];
    private static final byte[] SPKI = unhex("302A300506032B6570032100"); // RFC 8410, before the key itself
    private static final String USAGE = "usage: java LodgeVerify.java [journal.lodge] [--receipt TEXT]"
            + " [--key FINGERPRINT] [--anchor SEAL:HASH]... [--accounts] [--first]";

    private record Fault(long line, long at, String what) {}

    private record Hold(long account, long amount, String currency) {}

    private static final class Account {
        String kind = "?";
        String currency = "";
        long sum;
    }

    /** What cannot be read as the format says. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
        final int at;

        Unreadable(int at, String what) {
            super(what);
            this.at = at;
        }
    }

    public static void main(String[] words) {
        System.exit(run(words, System.in, System.out));
    }

    /** The whole program; callable from another. A file named - is read from `in`. */
    public static int run(String[] words, InputStream in, PrintStream out) {
        try {
            LodgeVerify check = new LodgeVerify(words);
            int receipt = check.receipt.isEmpty() ? 0 : check.receipt(out);
            if (check.file == null) {
                return receipt;
            }
            if (check.file.equals("-")) {
                check.read(in);
            } else {
                try (InputStream opened = new FileInputStream(check.file)) {
                    check.read(opened);
                }
            }
            return Math.max(check.report(out), receipt == 2 ? 0 : receipt);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage() + "\n" + USAGE);
        } catch (IOException e) {
            out.println("The file cannot be read: " + e.getMessage());
        }
        return 2;
    }

    // What was asked

    private String file;
    private String trusted = "";
    private String receipt = "";
    private boolean everyAccount;
    private boolean firstFaultOnly;
    private final Map<Long, String> anchors = new TreeMap<>();

    private LodgeVerify(String[] words) {
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--key" -> trusted = bare(value(words, ++i));
                case "--receipt" -> receipt = value(words, ++i).strip();
                case "--accounts" -> everyAccount = true;
                case "--first" -> firstFaultOnly = true;
                case "--anchor" -> {
                    String[] anchor = value(words, ++i).split(":", -1);
                    if (anchor.length != 2 || !anchor[0].matches("[1-9][0-9]{0,17}") || bare(anchor[1]).length() != 64) {
                        throw new IllegalArgumentException("An anchor is a seal's number, a colon and its hash: " + words[i]);
                    }
                    anchors.put(Long.parseLong(anchor[0]), bare(anchor[1]));
                }
                default -> {
                    if (words[i].startsWith("--") || file != null) {
                        throw new IllegalArgumentException("Not understood: " + words[i]);
                    }
                    file = words[i];
                }
            }
        }
        if (file == null && receipt.isEmpty()) {
            throw new IllegalArgumentException("Nothing to check");
        }
        if (!trusted.isEmpty() && !trusted.matches("[0-9A-F]{32}")) {
            throw new IllegalArgumentException("A fingerprint has 32 hexadecimal digits: " + trusted);
        }
    }

    private static String value(String[] words, int i) {
        if (i == words.length) {
            throw new IllegalArgumentException("A value is missing after " + words[i - 1]);
        }
        return words[i];
    }

    private static String bare(String written) {
        return written.replaceAll("[ \\-]", "").toUpperCase(Locale.ROOT);
    }

    // The file, line by line

    private final List<Fault> faults = new ArrayList<>();
    private final MessageDigest sha = sha256();
    private byte[] buffer = new byte[1 << 18];
    private byte[] canon = new byte[1 << 16];
    private final int[] begin = new int[14];
    private int fields;
    private int lineEnd;
    private long line;
    private long lineAt;
    private String site = "";
    private byte[] key = ZEROS;
    private byte[] headerKey = ZEROS;
    private long keyAt;
    private final List<String> keys = new ArrayList<>();
    private boolean ended;

    private void read(InputStream in) throws IOException {
        int from = 0;
        int filled = 0;
        int looked = 0;
        while (true) {
            int end = looked;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            if (end < filled) {
                line++;
                split(from, end);
                take();
                if (firstFaultOnly && !faults.isEmpty()) {
                    return;
                }
                lineAt += end + 1 - from;
                from = end + 1;
                looked = from;
                continue;
            }
            if (from > 0) {
                System.arraycopy(buffer, from, buffer, 0, filled - from);
                filled -= from;
                from = 0;
            } else if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            }
            looked = filled;
            int more = in.read(buffer, filled, buffer.length - filled);
            if (more < 0) {
                break;
            }
            filled += more;
        }
        line++;
        if (filled > 0) {
            fault(filled, "the last line is cut off: expected a line feed");
        } else if (!ended) {
            fault(0, "the file ends too early: expected an end line");
        }
        if (!trusted.isEmpty() && !keys.contains(trusted)) {
            faults.add(new Fault(1, keyAt, "the signing key is another one: expected fingerprint " + grouped(trusted)
                    + ", found " + grouped(fingerprint(headerKey))));
        }
        anchors.forEach((seal, hash) -> fault(0, "expected seal " + seal + " with hash " + hash
                + ", found only seals up to " + seals));
    }

    private void split(int from, int end) {
        fields = 0;
        begin[fields++] = from;
        lineEnd = end;
        for (int i = from; i < end; i++) {
            if (buffer[i] == '\t') {
                if (fields == begin.length - 1) {
                    fields++;
                    return;
                }
                begin[fields++] = i + 1;
            }
        }
        begin[fields] = end + 1;
    }

    private void take() {
        try {
            if (ended) {
                throw new Unreadable(begin[0], "something follows the end line");
            }
            if (line == 1) {
                header();
                return;
            }
            String what = text(0);
            switch (what) {
                case "row" -> row();
                case "seal" -> seal();
                case "end" -> end();
                default -> throw new Unreadable(begin[0],
                        "expected a line of row, seal or end, found '" + what.substring(0, Math.min(20, what.length())) + "'");
            }
        } catch (Unreadable e) {
            whole = false;
            rangeWhole = false;
            fault(e.at - begin[0], e.getMessage());
        }
    }

    private void header() throws Unreadable {
        expectFields("lodge-journal", 5);
        if (!text(0).equals("lodge-journal") || !text(1).equals("1")) {
            throw new Unreadable(begin[0], "expected a journal of format 1 (lodge-journal, 1), found " + text(0) + ", " + text(1));
        }
        site = text(2);
        keyAt = begin[3];
        headerKey = hex(3, 32);
        key = headerKey;
        keys.add(fingerprint(key));
        sha.update(buffer, begin[0], begin[4] - 1 - begin[0]);
        same(4, sha.digest(), hex(4, 32), "the header's check");
    }

    // Rows: order, chain

    private long rows;
    private byte[] stated = ZEROS;
    private byte[] computed = ZEROS;
    private boolean whole = true;
    private boolean rangeWhole = true;
    private long firstMicros;
    private long lastMicros;
    private String receiptRow = "";

    private void row() throws Unreadable {
        expectFields("row", 10);
        long number = number(1);
        byte[] hash = hex(9, 32);
        int length = canonical(number);
        long expected = rows + 1;
        rows = number;
        if (number != expected) {
            stated = hash;
            computed = hash;
            leaf(hash);
            throw new Unreadable(begin[1], "expected row " + expected + ", found row " + number);
        }
        byte[] now = chained(stated, length);
        if (!Arrays.equals(now, hash) && !Arrays.equals(stated, computed)) {
            byte[] other = chained(computed, length);
            now = Arrays.equals(other, hash) ? other : now;
        }
        stated = hash;
        computed = now;
        leaf(hash);
        same(9, now, hash, "row " + number + " does not have its hash");
        firstMicros = number == 1 ? lastMicros : firstMicros;
        book(text(3));
        if (!receipt.isEmpty()) {
            compareReceipt(number, hash);
        }
    }

    private byte[] chained(byte[] before, int length) {
        sha.update((byte) 0x02);
        sha.update(before);
        sha.update(canon, 0, length);
        return sha.digest();
    }

    /** The row's canonical bytes into `canon`; remembers where the content lies. */
    private int canonical(long number) throws Unreadable {
        int most = 64 + lineEnd - begin[0];
        if (canon.length < most) {
            canon = new byte[2 * most];
        }
        canon[0] = 1;
        int at = put(1, number, 8);
        lastMicros = time(2);
        at = put(at, lastMicros, 8);
        at = field(at, 3);
        at = put(at, number(4), 8);
        for (int i = 5; i <= 8; i++) {
            contentAt = at + 4;
            at = field(at, i);
        }
        contentEnd = at;
        return at;
    }

    private int put(int at, long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            canon[at + i] = (byte) (value >>> 8 * (bytes - 1 - i));
        }
        return at + bytes;
    }

    private int field(int at, int index) throws Unreadable {
        int to = at + 4;
        int end = begin[index + 1] - 1;
        for (int i = begin[index]; i < end; i++) {
            byte b = buffer[i];
            if (b == '\\') {
                i++;
                int which = i < end ? "\\tnr".indexOf(buffer[i]) : -1;
                if (which < 0) {
                    throw new Unreadable(i - 1, "expected one of \\\\, \\t, \\n, \\r after a backslash");
                }
                b = (byte) "\\\t\n\r".charAt(which);
            } else if (b == '\r') {
                throw new Unreadable(i, "expected \\r, found a carriage return");
            }
            canon[to++] = b;
        }
        put(at, to - at - 4, 4);
        return to;
    }

    // Seals: Merkle tree of RFC 6962, signatures of RFC 8032

    private final List<byte[]> roots = new ArrayList<>();
    private int leaves;
    private long[] leafAt = new long[64];
    private long seals;
    private byte[] lastSeal = ZEROS;

    private void leaf(byte[] hash) {
        sha.update((byte) 0);
        byte[] root = sha.digest(hash);
        for (int full = leaves; (full & 1) == 1; full >>= 1) {
            root = node(roots.remove(roots.size() - 1), root);
        }
        roots.add(root);
        if (leaves == leafAt.length) {
            leafAt = Arrays.copyOf(leafAt, 2 * leaves);
        }
        leafAt[leaves++] = lineAt;
    }

    private byte[] node(byte[] left, byte[] right) {
        sha.update((byte) 1);
        sha.update(left);
        return sha.digest(right);
    }

    private byte[] root() {
        if (roots.isEmpty()) {
            return sha.digest();
        }
        byte[] root = roots.get(roots.size() - 1);
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = node(roots.get(i), root);
        }
        return root;
    }

    private void seal() throws Unreadable {
        expectFields("seal", 12);
        byte[] root = root();
        boolean comparable = rangeWhole;
        long first = rows - leaves + 1;
        roots.clear();
        leaves = 0;
        rangeWhole = true;
        long expected = seals + 1;
        seals = number(1);
        byte[] before = lastSeal;
        lastSeal = hex(9, 32);
        boolean replaced = !text(8).equals("-");
        byte[] newKey = replaced ? hex(8, 32) : new byte[0];
        byte[] message = message(seals, number(2), number(3), hex(4, 32), hex(5, 32), time(6), hex(7, 32), newKey);
        byte[] own = sha.digest(message);
        // Rows that belong to a seal before or after this one tell where a seal is missing.
        long ownFirst = number(2);
        long ownLast = number(3);
        long odd = ownFirst > first && ownFirst <= rows ? ownFirst : ownLast >= first && ownLast < rows ? ownLast + 1 : 0;
        if (comparable && odd > 0 && Arrays.equals(own, lastSeal)) {
            faults.add(new Fault(line - (rows - odd) - 1, leafAt[(int) (odd - first)],
                    "expected a seal before row " + odd + ", found it" + (odd == ownFirst ? " nowhere" : " in line " + line)));
            whole = false;
            return;
        }
        if (seals != expected) {
            throw new Unreadable(begin[1], "expected seal " + expected + ", found seal " + seals);
        }
        String name = "seal " + seals;
        if (comparable && (number(2) != first || number(3) != rows)) {
            throw new Unreadable(begin[2], name + ": expected rows " + first + " to " + rows + ", found " + text(2) + " to " + text(3));
        }
        if (comparable) {
            same(4, root, hex(4, 32), name + " has another Merkle root than its rows");
        }
        same(5, before, hex(5, 32), name + " does not follow the seal before");
        same(9, own, lastSeal, name + " does not have its hash");
        same(7, key, hex(7, 32), name + " is signed with another key");
        signature(10, key, message, name);
        if (replaced) {
            key = newKey;
            signature(11, key, message, name + ", key that takes over");
            keys.add(fingerprint(key));
        } else if (!text(11).equals("-")) {
            throw new Unreadable(begin[11], name + ": expected -, because no key takes over");
        }
        String anchor = anchors.remove(seals);
        if (anchor != null) {
            same(9, unhex(anchor), lastSeal, name + " is not the one of the anchor");
        }
    }

    private byte[] message(long number, long first, long last, byte[] root, byte[] previous, long micros,
            byte[] signer, byte[] newKey) {
        return bytes(out -> {
            out.writeByte(3);
            out.writeByte(1);
            text(out, site);
            out.writeLong(number);
            out.writeLong(first);
            out.writeLong(last);
            out.write(root);
            out.write(previous);
            out.writeLong(micros);
            out.write(signer);
            out.writeInt(newKey.length);
            out.write(newKey);
        });
    }

    private void end() throws Unreadable {
        ended = true;
        expectFields("end", 5);
        long micros = time(3);
        long sealedRows = number(1);
        long sealCount = number(2);
        byte[] message = bytes(out -> {
            out.writeByte(4);
            out.writeByte(1);
            text(out, site);
            out.writeLong(sealedRows);
            out.writeLong(sealCount);
            out.write(lastSeal);
            out.writeLong(micros);
            out.write(key);
        });
        if (sealedRows != rows || sealCount != seals) {
            throw new Unreadable(begin[1], "expected " + rows + " rows and " + seals + " seals, found " + text(1) + " and " + text(2));
        }
        if (leaves > 0) {
            throw new Unreadable(begin[0], "expected a seal over rows " + (rows - leaves + 1) + " to " + rows);
        }
        signature(4, key, message, "the end line");
    }

    private void signature(int index, byte[] signer, byte[] message, String name) throws Unreadable {
        if (!signedBy(signer, message, hex(index, 64))) {
            throw new Unreadable(begin[index], name + ": expected a signature by key " + grouped(fingerprint(signer)));
        }
    }

    // Bookkeeping

    private int contentAt;
    private int contentEnd;
    private long postings;
    private long lastHold;
    private final Map<Long, Account> accounts = new HashMap<>();
    private final Map<Long, Hold> holds = new HashMap<>();

    private void book(String kind) throws Unreadable {
        if (!kind.equals("posting.booked") && !kind.startsWith("hold.") && !kind.equals("account.opened")) {
            return;
        }
        try {
            Map<?, ?> content = (Map<?, ?>) new Json(canon, contentAt, contentEnd).whole();
            switch (kind) {
                case "account.opened" -> opened(content);
                case "posting.booked" -> posting(content);
                case "hold.reserved" -> reserved(content);
                case "hold.released", "hold.expired" -> freed(content);
                default -> { }
            }
        } catch (ClassCastException | NullPointerException | ArithmeticException e) {
            throw new Unreadable(begin[8], "row " + rows + ": the content of " + kind + " is not as the format says");
        } catch (IllegalStateException e) {
            throw new Unreadable(begin[8], "row " + rows + ": " + e.getMessage());
        }
    }

    private void opened(Map<?, ?> content) {
        String subject = text(7);
        Account account = new Account();
        account.kind = (String) content.get("kind");
        account.currency = (String) content.get("currency");
        Account before = accounts.put(Long.parseLong(subject.substring(subject.indexOf(':') + 1)), account);
        demand(before == null, subject + " is opened twice");
    }

    private void posting(Map<?, ?> content) {
        long number = (Long) content.get("posting");
        demand(number == postings + 1, "expected posting " + (postings + 1) + ", found " + number);
        postings = number;
        Map<String, Long> sums = new HashMap<>();
        List<?> entries = (List<?>) content.get("entries");
        demand(entries.size() > 1, "posting " + number + ": expected two entries or more");
        for (Object entry : entries) {
            Map<?, ?> leg = (Map<?, ?>) entry;
            long id = (Long) leg.get("account");
            Account account = accounts.get(id);
            String currency = (String) leg.get("currency");
            long amount = (Long) leg.get("amount");
            sums.merge(currency, amount, Math::addExact);
            if (account == null) {
                demand(false, "posting " + number + ": account " + id + " was never opened");
                continue;
            }
            demand(currency.equals(account.currency), "account " + id + ": expected " + account.currency + ", found " + currency);
            account.sum = Math.addExact(account.sum, amount);
            Object after = leg.get("balanceAfter");
            demand(after == null || (Long) after == account.sum,
                    "posting " + number + ": expected balance " + account.sum + " of account " + id + ", found " + after);
        }
        sums.forEach((currency, sum) -> {
            if (sum != 0) {
                throw new IllegalStateException("posting " + number + ": expected debits = credits, found " + sum + " " + currency + " too much");
            }
        });
        Object hold = content.get("hold");
        demand(hold == null || holds.remove(hold) != null, "posting " + number + ": hold " + hold + " was not open");
    }

    private void reserved(Map<?, ?> content) {
        long number = (Long) content.get("hold");
        Hold hold = new Hold((Long) content.get("account"), (Long) content.get("amount"), (String) content.get("currency"));
        demand(number > lastHold && hold.amount > 0, "expected hold " + (lastHold + 1) + " of more than 0, found " + number);
        lastHold = number;
        holds.put(number, hold);
    }

    private void freed(Map<?, ?> content) {
        long number = (Long) content.get("hold");
        Hold hold = holds.remove(number);
        demand(hold != null && hold.amount == (Long) content.get("amount"), "hold " + number + " was not open with this amount");
    }

    /** What rests on earlier rows is believed to be wrong only while all earlier rows were right. */
    private void demand(boolean holds, String otherwise) {
        if (!holds && whole) {
            throw new IllegalStateException(otherwise);
        }
    }

    // Receipts

    private int receipt(PrintStream out) {
        String[] part = receipt.split(":", -1);
        boolean sealed = part.length == 15;
        if (!sealed && part.length != 6 || !part[0].equals("LODGE") || !part[1].equals("1")) {
            out.println("RECEIPT: not a receipt's text of format 1");
            return 2;
        }
        receiptRow = part[3] + ":" + part[4];
        site = part[2].toLowerCase(Locale.ROOT);
        if (!trusted.isEmpty() && !trusted.equals(part[5])) {
            out.println("RECEIPT: FAULT: expected key " + grouped(trusted) + ", found key " + grouped(part[5]));
            return 1;
        }
        if (!sealed) {
            out.println("RECEIPT: row " + part[3] + " of " + site + " with hash " + part[4] + " was not sealed when this was"
                    + " printed. Compare it with an exported journal, or have a copy printed.");
            return 2;
        }
        try {
            long row = Long.parseLong(part[3]);
            byte[] path = part[14].equals("-") ? new byte[0] : unhex(part[14]);
            byte[] signer = unhex(part[11]);
            byte[] root = climb(row - Long.parseLong(part[7]), Long.parseLong(part[8]) - Long.parseLong(part[7]), unhex(part[4]), path);
            byte[] message = message(Long.parseLong(part[6]), Long.parseLong(part[7]), Long.parseLong(part[8]), root,
                    unhex(part[9]), Long.parseLong(part[10]), signer, part[12].equals("-") ? new byte[0] : unhex(part[12]));
            boolean good = part[5].equals(fingerprint(signer)) && signedBy(signer, message, unhex(part[13]));
            out.println(good
                    ? "RECEIPT: PROVEN: row " + row + " of " + site + " with hash " + part[4] + " is under seal " + part[6]
                            + " with hash " + hex(sha.digest(message)) + ", signed by key " + grouped(part[5])
                    : "RECEIPT: FAULT: seal " + part[6] + " of " + site + " is not signed by key " + grouped(part[5])
                            + ", or not over row " + row + " with hash " + part[4]);
            return good ? 0 : 1;
        } catch (IllegalArgumentException e) {
            out.println("RECEIPT: FAULT: a number or hash in it cannot be read");
            return 1;
        }
    }

    /** From a leaf up to the root (RFC 9162, 2.1.3.2). */
    private byte[] climb(long index, long last, byte[] rowHash, byte[] path) {
        if (index < 0 || index > last || path.length % 32 != 0) {
            throw new IllegalArgumentException("path");
        }
        sha.update((byte) 0);
        byte[] root = sha.digest(rowHash);
        for (int i = 0; i < path.length; i += 32) {
            if (last == 0) {
                throw new IllegalArgumentException("path");
            }
            byte[] step = Arrays.copyOfRange(path, i, i + 32);
            if ((index & 1) == 1 || index == last) {
                root = node(step, root);
                while ((index & 1) == 0 && index != 0) {
                    index >>= 1;
                    last >>= 1;
                }
            } else {
                root = node(root, step);
            }
            index >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new IllegalArgumentException("path");
        }
        return root;
    }

    private void compareReceipt(long number, byte[] hash) throws Unreadable {
        if (receiptRow.startsWith(number + ":")) {
            boolean agrees = receiptRow.equals(number + ":" + hex(hash));
            receiptRow = agrees ? "row " + number + " is the receipt's: " + text(3) + " " + text(7) + " " + text(8) : "";
            if (!agrees) {
                throw new Unreadable(begin[9], "row " + number + " is not the one of the receipt");
            }
        }
    }

    // What is said

    private int report(PrintStream out) {
        out.println("Journal of " + site + ": rows 1 to " + rows + ", seals 1 to " + seals + ", last seal " + seals + ":" + hex(lastSeal));
        if (rows > 0 && whole) {
            out.println("First row " + instant(firstMicros) + ", last row " + instant(lastMicros));
        }
        out.println("Signing key " + String.join(", then ", keys.stream().map(LodgeVerify::grouped).toList())
                + (trusted.isEmpty() ? ". Compare it with one that did not come with this file." : ""));
        if (receiptRow.startsWith("row ")) {
            out.println("In the journal " + receiptRow);
        } else if (!receiptRow.isEmpty()) {
            faults.add(new Fault(line, lineAt, "expected the receipt's row " + receiptRow + ", which is not in the journal"));
        }
        if (faults.isEmpty()) {
            trialBalance(out);
            out.println("INTACT");
            return 0;
        }
        faults.sort(Comparator.comparingLong(Fault::line));
        for (Fault fault : faults.subList(0, Math.min(MOST_PRINTED, faults.size()))) {
            out.println("FAULT line " + fault.line + ", byte " + fault.at + ": " + fault.what);
        }
        out.println("BROKEN: " + faults.size() + " faults. Nothing after the first is proven.");
        return 1;
    }

    private void trialBalance(PrintStream out) {
        Map<String, long[]> groups = new TreeMap<>();
        new TreeMap<>(accounts).forEach((id, account) -> {
            long[] group = groups.computeIfAbsent(account.currency + " " + account.kind, name -> new long[2]);
            group[0]++;
            group[1] = Math.addExact(group[1], account.sum);
            if (everyAccount) {
                out.println("Account " + id + " " + account.kind + " " + money(account.sum, account.currency));
            }
        });
        Map<String, Long> totals = new TreeMap<>();
        groups.forEach((name, group) -> {
            String currency = name.substring(0, name.indexOf(' '));
            totals.merge(currency, group[1], Math::addExact);
            out.println("Balance " + name.substring(name.indexOf(' ') + 1) + " (" + group[0] + "): " + money(group[1], currency));
        });
        totals.forEach((currency, total) -> out.println("Total: " + money(total, currency)));
        Map<String, Long> reserved = new TreeMap<>();
        holds.values().forEach(hold -> reserved.merge(hold.currency, hold.amount, Math::addExact));
        reserved.forEach((currency, amount) -> out.println("Reserved in open holds: " + money(amount, currency)));
        out.println(postings + " postings, debits equal credits in each");
    }

    private static String money(long minor, String currency) {
        int digits;
        try {
            digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            return minor + " minor units of " + currency;
        }
        return BigDecimal.valueOf(minor, digits).toPlainString() + " " + currency;
    }

    // Fields

    private void fault(long at, String what) {
        faults.add(new Fault(line, lineAt + at, what));
    }

    private void same(int index, byte[] expected, byte[] found, String what) throws Unreadable {
        if (!Arrays.equals(expected, found)) {
            throw new Unreadable(begin[index], what + ": expected " + hex(expected) + ", found " + hex(found));
        }
    }

    private void expectFields(String name, int count) throws Unreadable {
        if (fields != count) {
            throw new Unreadable(begin[0], "expected " + count + " fields of a " + name + " line, found "
                    + (fields > begin.length - 1 ? "more than " + (begin.length - 1) : "" + fields));
        }
    }

    private String text(int index) {
        return new String(buffer, begin[index], begin[index + 1] - 1 - begin[index], StandardCharsets.UTF_8);
    }

    private long number(int index) throws Unreadable {
        int from = begin[index];
        int end = begin[index + 1] - 1;
        boolean minus = from < end && buffer[from] == '-';
        long value = 0;
        for (int i = minus ? from + 1 : from; i < end; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9 || end - i > 18) {
                throw new Unreadable(i, "expected a number of at most 18 digits");
            }
            value = 10 * value + digit;
        }
        if (from == end || buffer[minus ? from + 1 : from] == '0' && (minus || end - from > 1)) {
            throw new Unreadable(from, "expected a number without leading zeros");
        }
        return minus ? -value : value;
    }

    private byte[] hex(int index, int length) throws Unreadable {
        int from = begin[index];
        if (begin[index + 1] - 1 - from != 2 * length) {
            throw new Unreadable(from, "expected " + 2 * length + " hexadecimal digits");
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            int high = digit(buffer[from + 2 * i]);
            int low = digit(buffer[from + 2 * i + 1]);
            if (high < 0 || low < 0) {
                throw new Unreadable(from + 2 * i, "expected hexadecimal digits in capitals");
            }
            bytes[i] = (byte) (high << 4 | low);
        }
        return bytes;
    }

    private static int digit(byte b) {
        return b >= '0' && b <= '9' ? b - '0' : b >= 'A' && b <= 'F' ? b - 'A' + 10 : -1;
    }

    /** Microseconds since 1970 of 2026-11-22T08:00:00.000000Z. */
    private long time(int index) throws Unreadable {
        String text = text(index);
        try {
            if (text.length() == 27 && text.charAt(10) == 'T' && text.charAt(26) == 'Z') {
                LocalDateTime time = LocalDateTime.parse(text.substring(0, 26));
                return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + time.getNano() / 1_000;
            }
        } catch (java.time.DateTimeException e) {
            // said below
        }
        throw new Unreadable(begin[index], "expected a time such as 2026-11-22T08:00:00.000000Z");
    }

    private static String instant(long micros) {
        return LocalDateTime.ofEpochSecond(Math.floorDiv(micros, 1_000_000L),
                (int) Math.floorMod(micros, 1_000_000L) * 1000, ZoneOffset.UTC) + "Z";
    }

    // Bytes

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
            writing.to(new DataOutputStream(bytes));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private static boolean signedBy(byte[] key, byte[] message, byte[] signature) {
        try {
            byte[] spki = Arrays.copyOf(SPKI, SPKI.length + key.length);
            System.arraycopy(key, 0, spki, SPKI.length, key.length);
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String fingerprint(byte[] key) {
        return hex(sha256().digest(key)).substring(0, 32);
    }

    private static String grouped(String fingerprint) {
        return fingerprint.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private static byte[] unhex(String hex) {
        return java.util.HexFormat.of().parseHex(hex);
    }

    /** As much JSON (RFC 8259) as journals hold: objects, lists, texts, whole numbers, true, false, null. */
    private static final class Json {
        private final byte[] text;
        private final int end;
        private int at;

        Json(byte[] text, int from, int end) {
            this.text = text;
            this.at = from;
            this.end = end;
        }

        Object whole() {
            Object value = value();
            if (at != end) {
                throw new ClassCastException("more than one value");
            }
            return value;
        }

        private Object value() {
            return switch (peek()) {
                case '{' -> object();
                case '[' -> list();
                case '"' -> string();
                default -> word();
            };
        }

        private Map<String, Object> object() {
            Map<String, Object> map = new LinkedHashMap<>();
            for (at++; peek() != '}'; comma('}')) {
                String name = string();
                skip(':');
                map.put(name, value());
            }
            at++;
            return map;
        }

        private List<Object> list() {
            List<Object> list = new ArrayList<>();
            for (at++; peek() != ']'; comma(']')) {
                list.add(value());
            }
            at++;
            return list;
        }

        private void comma(char end) {
            if (peek() != end) {
                skip(',');
            }
        }

        private String string() {
            skip('"');
            int from = at;
            while (peek() != '"') {
                at += peek() == '\\' ? 2 : 1;
            }
            return new String(text, from, at++ - from, StandardCharsets.UTF_8); // escapes stay: no name has any
        }

        /** A whole number of at most 18 digits, true, false, null; whatever else it is stays a text. */
        private Object word() {
            int from = at;
            while (at < end && text[at] != ',' && text[at] != '}' && text[at] != ']') {
                at++;
            }
            int digits = from < at && text[from] == '-' ? from + 1 : from;
            long value = 0;
            int i = digits;
            while (i < at && text[i] >= '0' && text[i] <= '9' && i - digits < 18) {
                value = 10 * value + text[i++] - '0';
            }
            if (i == at && i > digits) {
                return digits > from ? -value : value;
            }
            String word = new String(text, from, at - from, StandardCharsets.UTF_8);
            return switch (word) {
                case "true" -> Boolean.TRUE;
                case "false" -> Boolean.FALSE;
                case "null" -> null;
                default -> word;
            };
        }

        private byte peek() {
            if (at >= end) {
                throw new ClassCastException("cut off");
            }
            return text[at];
        }

        private void skip(char expected) {
            if (peek() != expected) {
                throw new ClassCastException("expected " + expected);
            }
            at++;
        }
    }
}
