package app.lodge.reports.rendering;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes chance and the clock out of a PDF, so that the same paper gives the same bytes.
///
/// The PDF library puts three things in: the moment of writing, a random file identifier, and random
/// six-letter tags before the names of font subsets (ISO 32000-1, 9.6.4 and 14.4). Each is replaced by
/// something of the same length, so no offset changes: the paper's own time, tags in order of
/// appearance, and an identifier from the content itself.
final class StablePdf {

    private static final DateTimeFormatter PDF_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final Pattern MOMENT =
            Pattern.compile("(/(?:CreationDate|ModDate)\\s?\\(D:)([^)]*)(\\))");
    private static final Pattern SUBSET = Pattern.compile("/([A-Z]{6})(?=\\+Noto)");
    private static final Pattern IDENTIFIER =
            Pattern.compile("(/ID\\s?\\[\\s?<)([0-9a-fA-F]{32})(>\\s?<)([0-9a-fA-F]{32})(>)");

    private StablePdf() {}

    static byte[] of(byte[] pdf, Instant at) {
        // Latin-1 maps each byte to one character and back
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        text =
                MOMENT.matcher(text)
                        .replaceAll(match ->
                                match.group(1)
                                        + moment(at, match.group(2).length())
                                        + match.group(3));
        text = subsets(text);
        var blank =
                IDENTIFIER
                        .matcher(text)
                        .replaceAll("$1" + "0".repeat(32) + "$3" + "0".repeat(32) + "$5");
        var identifier = identifier(blank);
        return IDENTIFIER
                .matcher(blank)
                .replaceAll("$1" + identifier + "$3" + identifier + "$5")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String moment(Instant at, int length) {
        var full = PDF_TIME.format(at) + (length < 21 ? "Z" : "+00'00'");
        return Matcher.quoteReplacement((full + " ".repeat(length)).substring(0, length));
    }

    private static String subsets(String text) {
        var tags = new HashMap<String, String>();
        return SUBSET.matcher(text)
                .replaceAll(
                        match -> "/" + tags.computeIfAbsent(match.group(1), _ -> tag(tags.size())));
    }

    private static String tag(int number) {
        var letters = new StringBuilder();
        for (var rest = number; letters.length() < 6; rest /= 26) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    private static String identifier(String content) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.ISO_8859_1));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
