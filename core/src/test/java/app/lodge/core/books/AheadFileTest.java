package app.lodge.core.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The write-ahead log's file gives back what was appended, up to where it is torn, and nothing else.
@Tag("ID-15")
final class AheadFileTest {

    private static final String KEY = "ab".repeat(32);
    private static final int GROUPS = 6;

    @TempDir Path folder;

    @Test
    void givesBackEveryKindOfValue() throws Exception {
        var values =
                new @Nullable Object[] {
                    null,
                    Long.MIN_VALUE,
                    -7,
                    (short) 2,
                    true,
                    "Ž 字",
                    new byte[] {0, -1},
                    LocalDate.of(2026, 11, 22),
                    LocalDateTime.of(2026, 11, 22, 8, 0, 0, 123_456_000)
                };
        try (var channel = channel()) {
            var file = new AheadFile(channel, KEY);
            file.begin(5);
            file.append(List.of(new Told("insert", List.<@Nullable Object[]>of(values))));
            var read = new AheadFile(channel, KEY).read(5).getFirst().getFirst();
            assertThat(read.sql()).isEqualTo("insert");
            assertThat(read.rows().getFirst()).usingRecursiveComparison().isEqualTo(values);
        }
    }

    @Test
    void whereABitIsTurnedItEnds() throws Exception {
        int length;
        try (var channel = channel()) {
            length = (int) written(channel, 5).size();
        }
        var whole = Files.readAllBytes(folder.resolve("log"));
        for (var at = 0; at < length; at++) {
            var turned = whole.clone();
            turned[at] ^= 1;
            Files.write(folder.resolve("log"), turned);
            try (var channel = channel()) {
                assertThat(numbers(new AheadFile(channel, KEY), 5))
                        .as("byte %d", at)
                        .isEqualTo(upTo(at / (length / GROUPS)));
            }
        }
    }

    @Test
    void aLogBeforeIsNoPartOfTheNew() throws Exception {
        try (var channel = channel()) {
            var file = written(channel, 5);
            file.begin(6);
            file.append(group(1));
            assertThat(numbers(new AheadFile(channel, KEY), 6)).isEqualTo(upTo(1));
            assertThat(numbers(new AheadFile(channel, KEY), 5)).isEmpty();
        }
    }

    @Test
    void goesOnWhereItEnded() throws Exception {
        try (var channel = channel()) {
            written(channel, 5);
            var again = new AheadFile(channel, KEY);
            again.read(5);
            again.append(group(GROUPS + 1));
            assertThat(numbers(new AheadFile(channel, KEY), 5)).isEqualTo(upTo(GROUPS + 1));
        }
    }

    @Test
    void withoutTheKeyItIsEmpty() throws Exception {
        try (var channel = channel()) {
            written(channel, 5);
            assertThat(new AheadFile(channel, "cd".repeat(32)).read(5)).isEmpty();
        }
    }

    private FileChannel channel() throws IOException {
        return FileChannel.open(
                folder.resolve("log"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    private static AheadFile written(FileChannel channel, long log) throws IOException {
        var file = new AheadFile(channel, KEY);
        file.begin(log);
        for (var number = 1; number <= GROUPS; number++) {
            file.append(group(number));
        }
        return file;
    }

    private static List<Told> group(int number) {
        return List.of(new Told("insert", List.<@Nullable Object[]>of(new Object[] {number})));
    }

    private static List<Object> numbers(AheadFile file, long log) throws IOException {
        var numbers = new ArrayList<Object>();
        for (var group : file.read(log)) {
            numbers.add(group.getFirst().rows().getFirst()[0]);
        }
        return numbers;
    }

    private static List<Object> upTo(int last) {
        var numbers = new ArrayList<Object>();
        for (var number = 1; number <= last; number++) {
            numbers.add(number);
        }
        return numbers;
    }
}
