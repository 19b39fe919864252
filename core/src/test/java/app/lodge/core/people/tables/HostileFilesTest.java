package app.lodge.core.people.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the file, the answer is a table or one clear problem, soon and in bounded memory.
@Tag("ID-04")
@Timeout(60)
final class HostileFilesTest {

    static Stream<Arguments> files() {
        return Stream.of(
                file("an empty file", "import.empty", () -> new byte[0]),
                file("nothing but line ends", "import.empty", () -> text("\r\n\r\n \n")),
                file("a heading and no more", "import.header-only", () -> text("a,b\n\n")),
                file("100 MB", "import.too-large", () -> new byte[100 << 20]),
                file("a heading twice", "import.heading-twice", () -> text("a,b,a\n1,2,3\n")),
                file("a NUL", "import.not-text", () -> text("a,b\n1,\0\n")),
                file("garbage", "import.not-text", HostileFilesTest::garbage),
                file("half a UTF-8", "import.encoding-broken", HostileFilesTest::brokenUtf8),
                file("an open quote", "import.csv-broken", () -> text("a,b\n1,\"x\n2,y\n")),
                file("a million columns", "import.csv-broken", () -> text(",".repeat(1_000_000))),
                file("300 columns", "import.too-many-columns", () -> text("x,".repeat(300) + "x")),
                file("a long cell", "import.cell-too-long", () -> text("a\n" + "x".repeat(5_000))),
                file("rows without end", "import.too-many-rows", () -> text("a\n".repeat(250_000))),
                file("an old workbook", "import.old-workbook", () -> hex(0xD0, 0xCF, 0x11, 0xE0)),
                file("a torn archive", "import.workbook-broken", () -> hex(0x50, 0x4B, 3, 4, 9, 9)),
                file(
                        "an archive of no sheet",
                        "import.workbook-broken",
                        () -> zip(Map.of("a.txt", text("x")))),
                file(
                        "half a workbook",
                        "import.workbook-broken",
                        () -> Arrays.copyOf(workbook(), workbook().length / 2)),
                file(
                        "a zip bomb",
                        "import.workbook-unpacks-too-large",
                        () -> bomb("xl/worksheets/sheet9.xml", 600)),
                file(
                        "a bomb of shared texts",
                        "import.workbook-unpacks-too-large",
                        () -> bomb("xl/sharedStrings.xml", 80)),
                file(
                        "a bomb beside the sheets",
                        "import.workbook-unpacks-too-large",
                        () -> bomb("xl/media/image1.png", 600)),
                file("entities", "import.workbook-broken", HostileFilesTest::entities),
                file(
                        "a cell in column ZZZZZZ",
                        "import.too-many-columns",
                        () -> sheet("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>")),
                file(
                        "a cell in column XFD",
                        "import.too-many-columns",
                        () ->
                                sheet(
                                        "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>1</v></c></row>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isRefusedWithOneReason(String what, String key, Supplier<byte[]> content) {
        assertThat(Table.read("people.csv", content.get()))
                .isInstanceOfSatisfying(
                        Table.Reading.Unreadable.class,
                        unreadable ->
                                assertThat(unreadable.problems())
                                        .extracting(problem -> problem.key())
                                        .containsExactly(key));
    }

    @Test
    void aHugeExponentCostsNothing() {
        var table =
                read(
                        sheet(
                                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
                                        + "<row r=\"2\"><c r=\"A2\"><v>1E999999999</v></c></row>"));
        assertThat(table.rows().getFirst().cell(0)).hasSizeLessThan(40);
    }

    @Test
    void aFormulaIsShownAndNotComputed() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Test", null)) {
            var sheet = workbook.newWorksheet("S");
            sheet.value(0, 0, "a");
            sheet.formula(1, 0, "1+1");
        }
        assertThat(read(out.toByteArray()).rows().getFirst().cell(0)).isEqualTo("=1+1");
    }

    @Test
    void anyBitFlippedInAWorkbookIsATableOrAProblem() throws IOException {
        var random = new Random(7);
        var workbook = workbook();
        for (var i = 0; i < 300; i++) {
            var flipped = workbook.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(Table.read("x", flipped)).isNotNull();
        }
    }

    @Test
    void anyTextCutAnywhereIsATableOrAProblem() {
        var text = text("a;b;c\n1;\"x;\"\"y\";ü\n\"2\n\";;\n");
        for (var length = 0; length <= text.length; length++) {
            assertThat(Table.read("x", Arrays.copyOf(text, length))).isNotNull();
        }
    }

    private static Arguments file(String what, String key, Supplier<byte[]> content) {
        return Arguments.of(what, key, content);
    }

    private static Table read(byte[] content) {
        return switch (Table.read("x", content)) {
            case Table.Reading.Read(var table) -> table;
            case Table.Reading.Unreadable(var problems) -> throw new AssertionError(problems);
        };
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hex(int... bytes) {
        var out = new byte[bytes.length];
        for (var i = 0; i < bytes.length; i++) {
            out[i] = (byte) bytes[i];
        }
        return out;
    }

    private static byte[] garbage() {
        var bytes = new byte[1 << 20];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] brokenUtf8() {
        return hex(0xEF, 0xBB, 0xBF, 'a', '\n', 0xC3);
    }

    private static byte[] workbook() {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Test", null)) {
            var sheet = workbook.newWorksheet("S");
            sheet.value(0, 0, "No");
            sheet.value(1, 0, 42);
            sheet.value(1, 1, java.time.LocalDate.of(1990, 2, 28));
            sheet.style(1, 1).format("yyyy-mm-dd").set();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static byte[] sheet(String rows) {
        return replaced(
                "xl/worksheets/sheet1.xml",
                text(
                        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                                + "<sheetData>"
                                + rows
                                + "</sheetData></worksheet>"));
    }

    private static byte[] entities() {
        return replaced(
                "xl/worksheets/sheet1.xml",
                text(
                        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                                + "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&b;</t>"
                                + "</is></c></row></sheetData></worksheet>"));
    }

    private static byte[] bomb(String part, int megabytes) {
        var parts = parts();
        var zeros = new byte[megabytes << 20];
        Arrays.fill(zeros, (byte) ' ');
        System.arraycopy(text("<a>"), 0, zeros, 0, 3);
        parts.put(part, zeros);
        return zip(parts);
    }

    private static byte[] replaced(String part, byte[] content) {
        var parts = parts();
        parts.put(part, content);
        return zip(parts);
    }

    private static Map<String, byte[]> parts() {
        var parts = new TreeMap<String, byte[]>();
        try (var zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook()))
                        .get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
