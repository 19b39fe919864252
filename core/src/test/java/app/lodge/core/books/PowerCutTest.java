package app.lodge.core.books;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.SETTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real books on a disk that loses power at random moments: every image opens, holds every answered
/// write, and reads as it was written.
@Tag("ID-15")
final class PowerCutTest {

    private static final String KEY = "cd".repeat(32);

    /// Bytes of a log: a few writes.
    private static final long LOG = 6_000;

    private static final Map<Path, SimulatedDisk> DISKS = new ConcurrentHashMap<>();

    @TempDir Path folder;

    /// The double-write layer over a simulated disk.
    public static final class CutFiles extends DoubleWriteFiles {
        @Override
        public String getScheme() {
            return "cut";
        }

        @Override
        FileChannel openBelow(Path file) {
            var name = file.toString();
            var disk =
                    DISKS.computeIfAbsent(
                            Path.of(name.replaceFirst("\\.(dw|ahead2?)$", "")),
                            _ -> new SimulatedDisk());
            return switch (name.substring(name.lastIndexOf('.'))) {
                case ".dw" -> disk.side.open();
                case ".ahead" -> disk.ahead.get(0).open();
                case ".ahead2" -> disk.ahead.get(1).open();
                default -> disk.base.open();
            };
        }
    }

    /// @param answered the number of writes that had been answered, and may have been
    private record Cut(int answered, SimulatedDisk.Image image, int most) {}

    @Test
    void noPowerCutLosesOrTearsAnAnsweredWrite() throws Exception {
        var broken = new ArrayList<String>();
        var images = play(new SimulatedDisk(), 80, 210, broken);
        assertThat(broken).isEmpty();
        assertThat(images).isGreaterThanOrEqualTo(200);
    }

    @Test
    void thisTestFindsADiskThatDoesNotFlush() throws Exception {
        var disk = new SimulatedDisk();
        disk.base.lying = true;
        disk.side.lying = true;
        disk.ahead.forEach(file -> file.lying = true);
        var broken = new ArrayList<String>();
        play(disk, 15, 12, broken);
        assertThat(broken).isNotEmpty();
    }

    @Test
    void andALogThatIsNotFlushed() throws Exception {
        var disk = new SimulatedDisk();
        disk.ahead.forEach(file -> file.lying = true);
        var broken = new ArrayList<String>();
        play(disk, 50, 40, broken);
        assertThat(broken).isNotEmpty();
    }

    /// @return the number of images that were opened
    private int play(SimulatedDisk disk, int writes, int images, List<String> broken)
            throws Exception {
        var seed = 20_261_122L;
        var random = new Random(seed);
        var file = folder.resolve("books");
        DISKS.put(Path.of(file + ".mv.db").toAbsolutePath(), disk);
        FilePath.register(new CutFiles());
        var answered = new AtomicInteger();
        var cuts = new ArrayList<Cut>();
        var opened = 0;
        try (var books =
                Books.open(
                        new EmbeddedStorage(new BooksSource.EmbeddedFile(file, KEY), "cut", LOG),
                        InstantSource.fixed(BooksContract.CLOCK.instant()),
                        new BooksContract.PlainSealing())) {
            disk.atEachStep(() -> {
                if (Thread.currentThread().getName().equals("books-follower")) {
                    LockSupport.parkNanos(20_000_000); // writes go on beside the file that follows
                }
                synchronized (cuts) {
                    if (cuts.size() < 80 && random.nextInt(2) == 0) {
                        cuts.add(new Cut(answered.get(), disk.cut(random), answered.get() + 1));
                        cuts.add(new Cut(answered.get(), disk.cut(random), answered.get() + 1));
                    }
                }
            });
            for (var n = 1; n <= writes; n++) {
                write(books, n);
                answered.set(n);
                if (n % 8 != 0) {
                    continue; // so that they follow one another while the file follows
                }
                List<Cut> some;
                synchronized (cuts) {
                    Collections.shuffle(cuts, random);
                    some = List.copyOf(cuts);
                    cuts.clear();
                }
                for (var cut : some) {
                    if (opened < images * n / writes + 1) {
                        verify(cut, "seed " + seed + ", image " + opened++, broken);
                    }
                }
            }
            disk.atEachStep(() -> {});
        }
        return opened;
    }

    /// Most as payments are written, through the log; some by themselves, into the file.
    private static void write(Books books, int n) {
        if (n > 20 && n % 9 != 0) {
            books.writeTogether(
                    BooksContract.CLERK,
                    _ -> {},
                    tx -> {
                        tx.statements()
                                .later(
                                        "update setting set content = ?, changed_at = ? where name = ?",
                                        content(n),
                                        tx.nowUtc(),
                                        "k" + n % 20);
                        return tx.journal("note.written", "note:" + n, Map.of("n", n));
                    });
            return;
        }
        books.write(
                BooksContract.CLERK,
                tx -> {
                    tx.sql().deleteFrom(SETTING).where(SETTING.NAME.eq("k" + n % 20)).execute();
                    tx.sql()
                            .insertInto(SETTING)
                            .set(SETTING.NAME, "k" + n % 20)
                            .set(SETTING.CONTENT, content(n))
                            .set(SETTING.CHANGED_AT, tx.nowUtc())
                            .execute();
                    return tx.journal("note.written", "note:" + n, Map.of("n", n));
                });
    }

    /// Pseudorandom, so that a page of another moment cannot pass for the right one.
    private static String content(int n) {
        var random = new Random(n);
        var text = new StringBuilder();
        for (var i = 0; i < 60; i++) {
            text.append(Long.toHexString(random.nextLong()));
        }
        return text.toString();
    }

    private void verify(Cut cut, String where, List<String> broken) throws Exception {
        var copy = folder.resolve("image");
        Files.write(Path.of(copy + ".mv.db"), cut.image.base());
        Files.write(Path.of(copy + ".mv.db.dw"), cut.image.side());
        Files.write(Path.of(copy + ".mv.db.ahead"), cut.image.ahead().get(0));
        Files.write(Path.of(copy + ".mv.db.ahead2"), cut.image.ahead().get(1));
        var storage = new EmbeddedStorage(new BooksSource.EmbeddedFile(copy, KEY));
        try (var recovering = storage.openForWriting();
                var connection = storage.openForReading()) {
            recovering.commit();
            var sql = storage.dsl(connection);
            var rows = sql.selectFrom(JOURNAL).orderBy(JOURNAL.ID).fetch();
            assertThat(rows.size()).isBetween(cut.answered, cut.most);
            var before = Chain.START;
            for (var row : rows) {
                before =
                        Chain.hash(
                                before,
                                row.get(JOURNAL.ID),
                                Tx.instant(row.get(JOURNAL.AT)),
                                row.get(JOURNAL.KIND),
                                row.get(JOURNAL.OPERATOR_ID),
                                row.get(JOURNAL.ACTOR),
                                row.get(JOURNAL.WORKSTATION),
                                row.get(JOURNAL.SUBJECT),
                                row.get(JOURNAL.CONTENT));
                assertThat(row.get(JOURNAL.HASH)).isEqualTo(before);
            }
            for (var n = Math.max(1, rows.size() - 19); n <= rows.size(); n++) {
                assertThat(
                                sql.select(SETTING.CONTENT)
                                        .from(SETTING)
                                        .where(SETTING.NAME.eq("k" + n % 20))
                                        .fetchOne(SETTING.CONTENT))
                        .isEqualTo(content(n));
            }
        } catch (Exception | AssertionError e) {
            broken.add(where + " after " + cut.answered + " answers: " + e);
        } finally {
            storage.close();
        }
    }
}
