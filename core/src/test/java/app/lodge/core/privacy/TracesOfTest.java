package app.lodge.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The search that says that nothing is left finds what is there.
final class TracesOfTest {

    private static final String NAME = "Šćepanović";
    private static final TracesOf TRACES =
            new TracesOf()
                    .text("Krvavi most")
                    .text(NAME)
                    .bytes("photo", new byte[] {0, 0, 7, 0, 0, 7, 1})
                    .bytes("photo", new byte[] {0, 0, 7, 0, 0, 7, 2});

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1250"})
    void inEveryEncodingHexAndBase64(String charset) throws Exception {
        var bytes = NAME.getBytes(Charset.forName(charset));
        assertThat(found(bytes)).contains("f: " + NAME + " in " + charset);
        var hex = HexFormat.of().formatHex(bytes);
        assertThat(found(ascii(hex))).contains("f: " + NAME + " in " + charset + " as hex");
        for (var before = 0; before < 3; before++) {
            var base64 = Base64.getEncoder().encodeToString(between(before, bytes, 2));
            assertThat(found(ascii(base64)))
                    .contains("f: " + NAME + " in " + charset + " as base64/" + before);
        }
    }

    @Test
    void atTheBeginningInTheMiddleAtTheEndAndBehindItsOwnBeginning() throws Exception {
        var bytes = ascii("Krvavi most");
        for (var before : new int[] {0, 1, 4_095, 4_096}) {
            for (var after : new int[] {0, 1, 9}) {
                assertThat(found(between(before, bytes, after))).isNotEmpty();
            }
        }
        assertThat(found(ascii("KrKrKrvavi KrKrvavi most"))).isNotEmpty();
    }

    @Test
    void aPartIsNoTraceAndOneOfTwoThatBeginAlikeIsTheRightOne() throws Exception {
        assertThat(found(ascii("Krvavi mos"))).isEmpty();
        assertThat(found(new byte[0])).isEmpty();
        assertThat(found(new byte[] {0, 0, 7, 0, 0, 7, 3})).isEmpty();
        for (byte photo = 1; photo <= 2; photo++) {
            assertThat(found(new byte[] {9, 0, 0, 7, 0, 0, 7, photo})).containsExactly("f: photo");
        }
    }

    @Test
    void inPackedFilesAndFoldersBelow(@TempDir Path folder) throws Exception {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("inner.gz"));
            try (var gzip = new GZIPOutputStream(out)) {
                gzip.write(ascii("at Krvavi most 7"));
            }
        }
        var below = Files.createDirectories(folder.resolve("a/b"));
        Files.write(below.resolve("backup.zip"), zip.toByteArray());
        assertThat(TRACES.under(folder)).contains("a/b/backup.zip!inner.gz!: Krvavi most in UTF-8");
    }

    private static java.util.List<String> found(byte[] content) throws Exception {
        return TRACES.in("f", content);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] between(int before, byte[] bytes, int after) {
        var all = new byte[before + bytes.length + after];
        System.arraycopy(bytes, 0, all, before, bytes.length);
        return all;
    }
}
