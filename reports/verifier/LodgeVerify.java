import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.*;
import java.math.*;
import java.nio.ByteBuffer;
import java.security.*;
import java.security.spec.X509EncodedKeySpec;
import java.time.*;
import java.time.format.*;
import java.util.*;
import java.util.regex.*;
import java.util.stream.*;

/**
 * Checks a journal exported by Lodge, and the code of a receipt, without Lodge and without its database:
 * <pre>
 * java LodgeVerify.java journal.lodge [--key FINGERPRINT] [--anchor SEAL:HASH]... [--accounts] [--first]
 * java LodgeVerify.java --receipt "TEXT" [--key FINGERPRINT] [journal.lodge]
 * </pre>
 * Needs a JDK 17 or newer and nothing else. The format is written down in docs/journal-format.md. Exit status: 0 all
 * agrees, 1 something does not (each fault with its line, counted from 1, and its byte, counted from 0: where the
 * field begins), 2 wrong usage or nothing that could be checked. Texts are kept as one character for each byte
 * (ISO 8859-1), so that nothing is lost, and become UTF-8 when they are shown.
 */
public final class LodgeVerify {

    private static final String USAGE = "usage: java LodgeVerify.java [journal.lodge] [--receipt TEXT]"
            + " [--key FINGERPRINT] [--anchor SEAL:HASH]... [--accounts] [--first]";
    private static final Map<String, Integer> LINES = Map.of("lodge-journal", 5, "row", 10, "seal", 12, "end", 5);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,17}");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final byte[] SPKI = HEX.parseHex("302A300506032B6570032100"); // RFC 8410, before the key itself
    private static final byte[] LEAF = {0}, NODE = {1}, ROW = {2}, ZEROS = new byte[32];

    private record Fault(long line, long at, String what) {}
    private record Account(String kind, String currency, long sum) {}

    /** A field that is not as it should be. */
    private static final class Wrong extends IllegalArgumentException {
        private static final long serialVersionUID = 1;
        final int field;

        Wrong(int field, String what) {
            super(what);
            this.field = field;
        }
    }

    public static void main(String[] words) { System.exit(run(words, System.in, System.out)); }

    /** The whole program; callable from another. A file named - is read from `in`. */
    public static int run(String[] words, InputStream in, PrintStream out) {
        try {
            LodgeVerify check = new LodgeVerify(words);
            int receipt = check.receipt.isEmpty() ? 0 : check.receipt(out);
            if (check.file == null) return receipt;
            try (InputStream opened = check.file.equals("-") ? in : new FileInputStream(check.file)) {
                check.read(opened);
            }
            return Math.max(check.report(out), receipt == 2 ? 0 : receipt);
        } catch (Wrong e) {
            out.println(e.getMessage() + "\n" + USAGE);
        } catch (IOException e) {
            out.println("The file cannot be read: " + e.getMessage());
        }
        return 2;
    }

    private String file, trusted = "", receipt = "";
    private final Set<String> options = new HashSet<>();
    private final Map<Long, String> anchors = new TreeMap<>();

    private LodgeVerify(String[] words) {
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            boolean valued = List.of("--key", "--receipt", "--anchor").contains(word);
            require(!valued || ++i < words.length, 0, "A value is missing after " + word);
            String bare = words[i].replaceAll("[ \\-]", "").toUpperCase(Locale.ROOT);
            if (word.equals("--receipt")) {
                receipt = words[i].strip();
            } else if (word.equals("--key")) {
                require(bare.matches("[0-9A-F]{32}"), 0, "A fingerprint has 32 hexadecimal digits: " + words[i]);
                trusted = bare;
            } else if (word.equals("--anchor")) {
                require(bare.matches("[1-9][0-9]{0,17}:[0-9A-F]{64}"), 0, "An anchor is SEAL:HASH: " + words[i]);
                anchors.put(Long.valueOf(bare.split(":")[0]), bare.split(":")[1]);
            } else if (word.equals("--accounts") || word.equals("--first")) {
                options.add(word);
            } else {
                require(!word.startsWith("--") && file == null, 0, "Not understood: " + word);
                file = word;
            }
        }
        require(file != null || !receipt.isEmpty(), 0, "Nothing to check");
    }

    // The file, line by line

    private final List<Fault> faults = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private String[] fields = {};
    private String site = "";
    private byte[] key = ZEROS, stated = ZEROS, computed = ZEROS; // of the last row: the hash that it says, that it has
    private long line, lineAt, rows;
    private boolean ended, whole = true, rangeWhole = true; // nothing was wrong so far, nor since the last seal

    private void read(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 18];
        ByteArrayOutputStream begun = new ByteArrayOutputStream();
        for (int filled; (filled = in.read(buffer)) > 0; ) {
            for (int at = 0, from = 0; at < filled; from = at) {
                while (at < filled && buffer[at] != '\n') at++;
                begun.write(buffer, from, at - from);
                if (at++ == filled) continue;
                String text = begun.toString(ISO_8859_1);
                begun.reset();
                take(text);
                if (options.contains("--first") && !faults.isEmpty()) return;
                lineAt += text.length() + 1;
            }
        }
        line++;
        if (begun.size() > 0) fault(begun.size(), "the last line is cut off: expected a line feed");
        else if (!ended) fault(0, "the file ends too early: expected an end line");
        if (!trusted.isEmpty() && !keys.contains(trusted)) {
            faults.add(new Fault(1, 17 + site.length(), "the signing key is another one: expected fingerprint "
                    + grouped(trusted) + ", found " + (keys.isEmpty() ? "none" : grouped(keys.get(0)))));
        }
        anchors.forEach((seal, hash) -> fault(0, "expected seal " + seal + " with hash " + hash + ", found none"));
    }

    private void take(String text) {
        line++;
        fields = text.split("\t", -1);
        try {
            String what = fields[0];
            require(!ended, 0, "something follows the end line");
            require(LINES.containsKey(what) && what.equals("lodge-journal") == (line == 1), 0,
                    "expected a line of ", (line == 1 ? "lodge-journal" : "row, seal or end"));
            require(fields.length == LINES.get(what), 0, "expected ", LINES.get(what), " fields, found ", fields.length);
            switch (what) {
                case "row" -> row();
                case "seal" -> seal();
                case "end" -> end();
                default -> header(text.substring(0, text.lastIndexOf('\t')));
            }
        } catch (Wrong e) {
            whole = false;
            rangeWhole = false;
            fault(Arrays.stream(fields).limit(e.field).mapToInt(field -> field.length() + 1).sum(), e.getMessage());
        }
    }

    private void header(String checked) {
        require(fields[1].equals("1"), 1, "expected format 1");
        site = fields[2];
        key = hex(3, 32);
        keys.add(fingerprint(key));
        same(4, sha(checked.getBytes(ISO_8859_1)), "the header's check");
    }

    private void row() {
        long number = number(1), expected = rows + 1;
        byte[] hash = hex(9, 32);
        byte[] row = bytes((byte) 1, number, time(2), text(3), number(4), text(5), text(6), text(7), text(8));
        byte[] now = number == expected ? sha(ROW, stated, row) : hash;
        if (!Arrays.equals(now, hash) && !Arrays.equals(stated, computed)) {
            byte[] other = sha(ROW, computed, row); // the row before may be right but for the hash that it says
            now = Arrays.equals(other, hash) ? other : now;
        }
        rows = number;
        stated = hash;
        computed = now;
        leaf(hash);
        require(number == expected, 1, "expected row ", expected, ", found row ", number);
        same(9, now, "row " + number + " does not have its hash");
        book(fields[3]);
        if (receipt.startsWith(number + ":")) {
            require(receipt.equals(number + ":" + fields[9]), 9, "row ", number, " is not the one of the receipt");
            receipt = "row " + number + " is the receipt's: " + text(3) + " " + text(7) + " " + text(8);
        }
    }

    // Seals: Merkle tree of RFC 6962, signatures of RFC 8032

    private final ArrayDeque<byte[]> roots = new ArrayDeque<>();
    private byte[] lastSeal = ZEROS;
    private long[] leafAt = new long[64];
    private int leaves;
    private long seals;

    private void leaf(byte[] hash) {
        leafAt = leaves == leafAt.length ? Arrays.copyOf(leafAt, 2 * leaves) : leafAt;
        leafAt[leaves] = lineAt;
        byte[] root = sha(LEAF, hash);
        for (int full = leaves++; (full & 1) == 1; full >>= 1) root = sha(NODE, roots.removeLast(), root);
        roots.addLast(root);
    }

    private void seal() {
        byte[] root = roots.isEmpty() ? sha() : roots.removeLast(), before = lastSeal;
        while (!roots.isEmpty()) root = sha(NODE, roots.removeLast(), root);
        boolean comparable = rangeWhole;
        long start = rows - leaves + 1, expected = seals + 1, first = number(2), last = number(3);
        leaves = 0;
        rangeWhole = true;
        seals = number(1);
        lastSeal = hex(9, 32);
        byte[] newKey = fields[8].equals("-") ? new byte[0] : hex(8, 32);
        byte[] message = sealed(seals, first, last, hex(4, 32), hex(5, 32), time(6), hex(7, 32), newKey);
        // Rows that belong to a seal before or after this one tell where a seal is missing.
        long odd = first > start && first <= rows ? first : last >= start && last < rows ? last + 1 : 0;
        if (comparable && odd > 0 && Arrays.equals(sha(message), lastSeal)) {
            faults.add(new Fault(line - (rows - odd) - 1, leafAt[(int) (odd - start)],
                    "expected a seal before row " + odd + ", found it" + (odd == first ? " nowhere" : " in line " + line)));
            whole = false;
            return;
        }
        require(seals == expected, 1, "expected seal ", expected, ", found seal ", seals);
        String name = "seal " + seals;
        require(!comparable || first == start && last == rows, 2,
                name, ": expected rows ", start, " to ", rows, ", found ", first, " to ", last);
        same(4, comparable ? root : hex(4, 32), name + " has another Merkle root than its rows");
        same(5, before, name + " does not follow the seal before");
        same(9, sha(message), name + " does not have its hash");
        same(7, key, name + " is signed with another key");
        signature(10, message, name);
        require(newKey.length > 0 || fields[11].equals("-"), 11, name, ": expected -, because no key takes over");
        if (newKey.length > 0) {
            key = newKey;
            signature(11, message, name + ", key that takes over");
            keys.add(fingerprint(key));
        }
        String anchor = anchors.remove(seals);
        same(9, anchor == null ? lastSeal : HEX.parseHex(anchor), name + " is not the one of the anchor");
    }

    private byte[] sealed(long number, long first, long last, byte[] root, byte[] previous, long at, byte[] by, byte[] next) {
        return bytes((byte) 3, (byte) 1, site, number, first, last, root, previous, at, by, next.length, next);
    }

    private void end() {
        ended = true;
        require(number(1) == rows && number(2) == seals, 1, "expected ", rows, " rows and ", seals, " seals");
        require(leaves == 0, 0, "expected a seal over rows ", (rows - leaves + 1), " to ", rows);
        signature(4, bytes((byte) 4, (byte) 1, site, rows, seals, lastSeal, time(3), key), "the end line");
    }

    private void signature(int field, byte[] message, String name) {
        require(signed(key, message, hex(field, 64)), field,
                name, ": expected a signature by key ", grouped(fingerprint(key)));
    }

    // Bookkeeping

    private final Map<Object, Account> accounts = new TreeMap<>();
    private final Map<Object, Map<?, ?>> holds = new HashMap<>();
    private long postings, lastHold;

    private void book(String kind) {
        if (!kind.equals("account.opened") && !kind.equals("posting.booked") && !kind.startsWith("hold.")) return;
        try {
            content = text(8);
            at = 0;
            Map<?, ?> said = (Map<?, ?>) json();
            require(at == content.length(), 8, "row ", rows, ": more than one content");
            Object hold = said.get("hold");
            if (kind.equals("account.opened")) {
                Account opened = new Account((String) said.get("kind"), said.get("currency").toString(), 0);
                Account before = accounts.put(Long.valueOf(fields[7].substring("account:".length())), opened);
                believe(before == null, fields[7] + " is opened twice");
            } else if (kind.equals("posting.booked")) {
                posting((Long) said.get("posting"), (List<?>) said.get("entries"));
                believe(hold == null || holds.remove(hold) != null, "hold ", hold, " was not open");
            } else if (kind.equals("hold.reserved")) {
                believe((Long) hold > lastHold && (Long) said.get("amount") > 0,
                        "expected hold ", (lastHold + 1), " of more than 0, found ", hold);
                lastHold = (Long) hold;
                holds.put(hold, said);
            } else if (kind.equals("hold.released") || kind.equals("hold.expired")) {
                Map<?, ?> open = holds.remove(hold);
                believe(open != null && open.get("amount").equals(said.get("amount")),
                        "hold ", hold, " was not open with this amount");
            }
        } catch (Wrong e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw new Wrong(8, "row " + rows + ": the content of " + kind + " is not as the format says");
        }
    }

    private void posting(long number, List<?> entries) {
        believe(number == postings + 1, "expected posting ", (postings + 1), ", found ", number);
        postings = number;
        believe(entries.size() > 1, "posting ", number, ": expected two entries or more");
        Map<Object, Long> sums = new TreeMap<>();
        for (Object entry : entries) {
            Map<?, ?> leg = (Map<?, ?>) entry;
            Object id = leg.get("account"), currency = leg.get("currency"), after = leg.get("balanceAfter");
            Account account = accounts.get(id);
            believe(account != null, "posting ", number, ": account ", id, " was never opened");
            sums.merge(currency, (Long) leg.get("amount"), Math::addExact);
            if (account == null) continue;
            believe(account.currency.equals(currency),
                    "account ", id, ": expected ", account.currency, ", found ", currency);
            long sum = Math.addExact(account.sum, (Long) leg.get("amount"));
            accounts.put(id, new Account(account.kind, account.currency, sum));
            believe(after == null || after.equals(sum),
                    "posting ", number, ": expected balance ", sum, " of account ", id, ", found ", after);
        }
        sums.values().removeIf(sum -> sum == 0);
        believe(sums.isEmpty(), "posting ", number, ": expected debits = credits, found too much: ", sums);
    }

    /** What rests on earlier rows is said to be wrong only while all earlier rows were right. */
    private void believe(boolean holds, Object... otherwise) { require(holds || !whole, 8, otherwise); }

    // Receipts

    private int receipt(PrintStream out) {
        String[] part = receipt.split(":", -1);
        boolean known = receipt.startsWith("LODGE:1:") && (part.length == 6 || part.length == 15);
        String row = known ? "row " + part[3] + " of " + part[2].toLowerCase(Locale.ROOT) + " with hash " + part[4] : "";
        try {
            if (!known) {
                out.println("RECEIPT: not a receipt's text of format 1");
                return 2;
            }
            receipt = part[3] + ":" + part[4];
            site = part[2].toLowerCase(Locale.ROOT);
            require(trusted.isEmpty() || trusted.equals(part[5]), 0, "it names key " + grouped(part[5]));
            if (part.length == 6) {
                out.println("RECEIPT: " + row + " was not sealed when this was printed. Compare it with an exported"
                        + " journal, or have a copy printed.");
                return 2;
            }
            long first = Long.parseLong(part[7]), last = Long.parseLong(part[8]);
            byte[] leaf = sha(LEAF, HEX.parseHex(part[4])), signer = HEX.parseHex(part[11]);
            byte[] root = climb(Long.parseLong(part[3]) - first, last - first, leaf, HEX.parseHex(part[14].replace("-", "")));
            byte[] message = sealed(Long.parseLong(part[6]), first, last, root, HEX.parseHex(part[9]),
                    Long.parseLong(part[10]), signer, HEX.parseHex(part[12].replace("-", "")));
            require(part[5].equals(fingerprint(signer)) && signed(signer, message, HEX.parseHex(part[13])), 0,
                    "seal " + part[6] + " is not signed by key " + grouped(part[5]) + ", or not over this row");
            out.println("RECEIPT: PROVEN: " + row + " is under seal " + part[6] + " with hash "
                    + HEX.formatHex(sha(message)) + ", signed by key " + grouped(part[5]));
            return 0;
        } catch (IllegalArgumentException e) {
            out.println("RECEIPT: FAULT: " + row + ": " + e.getMessage());
            return 1;
        }
    }

    /** From a leaf up to the root (RFC 9162, 2.1.3.2). */
    private static byte[] climb(long index, long last, byte[] leaf, byte[] path) {
        require(index >= 0 && index <= last && path.length % 32 == 0, 0, "the path is not one");
        byte[] root = leaf;
        for (int i = 0; i < path.length; i += 32) {
            require(last > 0, 0, "the path is too long");
            byte[] step = Arrays.copyOfRange(path, i, i + 32);
            boolean right = (index & 1) == 1 || index == last;
            root = right ? sha(NODE, step, root) : sha(NODE, root, step);
            int levels = right && index != 0 ? Long.numberOfTrailingZeros(index) + 1 : 1;
            index >>= levels;
            last >>= levels;
        }
        require(last == 0, 0, "the path is too short");
        return root;
    }

    // What is said

    private int report(PrintStream out) {
        out.println("Journal of " + site + ": rows 1 to " + rows + ", seals 1 to " + seals + ", last seal " + seals + ":"
                + HEX.formatHex(lastSeal));
        out.println("Signing key " + String.join(", then ", keys.stream().map(LodgeVerify::grouped).toList())
                + (trusted.isEmpty() ? ". Compare it with one that did not come with this file." : ""));
        if (receipt.startsWith("row ")) out.println("In the journal " + shown(receipt));
        else if (!receipt.isEmpty()) fault(0, "expected the receipt's row " + receipt + ", which is not in the journal");
        if (faults.isEmpty()) trialBalance(out);
        if (faults.isEmpty()) return 0;
        faults.sort(Comparator.comparingLong(Fault::line));
        faults.stream().limit(50).forEach(it -> out.println("FAULT line " + it.line + ", byte " + it.at + ": " + it.what));
        out.println("BROKEN: " + faults.size() + " faults. Nothing after the first is proven.");
        return 1;
    }

    private void trialBalance(PrintStream out) {
        // Each amount fits into 64 bits, their sums need not: totals are of any size, so that none wraps.
        Map<String, List<BigInteger>> amounts = new TreeMap<>(); // by currency and name; the total stands after the balances
        accounts.forEach((id, account) -> {
            for (String name : List.of("Balance " + account.kind, "Total")) add(amounts, account.currency + ":" + name, account.sum);
            if (options.contains("--accounts")) {
                out.println("Account " + id + " " + account.kind + " " + money(BigInteger.valueOf(account.sum), account.currency));
            }
        });
        holds.values().forEach(hold -> add(amounts, hold.get("currency") + ":Reserved in open holds", (Long) hold.get("amount")));
        amounts.forEach((name, all) -> out.println(name.split(":", 2)[1] + (name.contains(":Balance ") ? " (" + all.size() + "): " : ": ")
                + money(all.stream().reduce(BigInteger.ZERO, BigInteger::add), name.split(":")[0])));
        out.println(postings + " postings, debits equal credits in each\nINTACT");
    }

    private static void add(Map<String, List<BigInteger>> amounts, String name, long amount) {
        amounts.computeIfAbsent(name, none -> new ArrayList<>()).add(BigInteger.valueOf(amount));
    }

    private static String money(BigInteger minor, String currency) {
        return Currency.getAvailableCurrencies().stream().filter(known -> known.getCurrencyCode().equals(currency)).findAny()
                .map(known -> new BigDecimal(minor, Math.max(0, known.getDefaultFractionDigits())).toPlainString() + " ")
                .orElse(minor + " minor units of ") + currency;
    }

    private void fault(int at, String what) { faults.add(new Fault(line, lineAt + at, shown(what))); }
    private static String shown(String text) { return new String(text.getBytes(ISO_8859_1), UTF_8); }
    private static String fingerprint(byte[] key) { return HEX.formatHex(sha(key), 0, 16); }
    private static String grouped(String fingerprint) { return fingerprint.replaceAll("(.{4})(?=.)", "$1 "); }

    // Fields

    private static void require(boolean holds, int field, Object... otherwise) {
        if (!holds) throw new Wrong(field, Arrays.stream(otherwise).map(String::valueOf).collect(Collectors.joining()));
    }

    private void same(int field, byte[] expected, String what) {
        String hex = HEX.formatHex(expected);
        require(hex.equals(fields[field]), field, what + ": expected " + hex + ", found " + fields[field]);
    }

    /** Without the backslashes before a tab, line feed, carriage return and backslash. */
    private String text(int field) {
        String text = fields[field];
        if (text.indexOf('\\') < 0 && text.indexOf('\r') < 0) return text;
        String plain = text.replaceAll("\\\\[\\\\tnr]", "");
        require(plain.indexOf('\\') < 0 && plain.indexOf('\r') < 0, field, "expected \\\\, \\t, \\n or \\r");
        return text.translateEscapes();
    }

    private long number(int field) {
        require(NUMBER.matcher(fields[field]).matches(), field, "expected a number of at most 18 digits without leading zeros");
        return Long.parseLong(fields[field]);
    }

    private byte[] hex(int field, int length) {
        require(fields[field].length() == 2 * length
                && fields[field].chars().allMatch(c -> c <= '9' ? c >= '0' : c >= 'A' && c <= 'F'), field,
                "expected " + 2 * length + " hexadecimal digits in capitals");
        return HEX.parseHex(fields[field]);
    }

    /** Microseconds since 1970 of 2026-11-22T08:00:00.000000Z. */
    private long time(int field) {
        try {
            LocalDateTime time = LocalDateTime.parse(fields[field], TIME);
            return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + time.getNano() / 1_000;
        } catch (DateTimeException e) {
            throw new Wrong(field, "expected a time such as 2026-11-22T08:00:00.000000Z");
        }
    }

    /** As they are hashed: numbers big-endian, a text after its length. */
    private static byte[] bytes(Object... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(512);
        for (Object part : parts) {
            byte[] raw = part instanceof byte[] given ? given : part instanceof String text ? text.getBytes(ISO_8859_1)
                    : ByteBuffer.allocate(8).putLong(((Number) part).longValue()).array();
            if (part instanceof String) all.writeBytes(bytes(raw.length));
            int skipped = part instanceof Byte ? 7 : part instanceof Integer ? 4 : 0;
            all.write(raw, skipped, raw.length - skipped);
        }
        return all.toByteArray();
    }

    private static byte[] sha(byte[]... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) sha.update(part);
            return sha.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private static boolean signed(byte[] key, byte[] message, byte[] signature) {
        try {
            byte[] spki = ByteBuffer.allocate(SPKI.length + key.length).put(SPKI).put(key).array();
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private String content;
    private int at;

    /** As much JSON (RFC 8259) as contents hold: objects, lists, texts with their escapes, whole numbers, words. */
    private Object json() {
        int from = at;
        char first = content.charAt(at++);
        if (first == '"') {
            for (; content.charAt(at) != '"'; at++) at += content.charAt(at) == '\\' ? 1 : 0;
            return content.substring(from + 1, at++);
        }
        if (first != '{' && first != '[') {
            while (at < content.length() && ",:]}".indexOf(content.charAt(at)) < 0) at++;
            String word = content.substring(from, at);
            return first <= '9' ? Long.valueOf(word) : word.equals("null") ? null : word;
        }
        List<Object> values = new ArrayList<>();
        for (; content.charAt(at) != first + 2; at += ",:".indexOf(content.charAt(at)) < 0 ? 0 : 1) values.add(json());
        at++;
        if (first == '[') return values;
        Map<Object, Object> names = new HashMap<>();
        for (int i = 0; i < values.size(); i += 2) names.put(values.get(i), values.get(i + 1));
        return names;
    }
}
