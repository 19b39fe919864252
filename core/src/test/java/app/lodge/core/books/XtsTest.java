package app.lodge.core.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.SingleFileStore;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// ID-55: the books' file is enciphered, by H2's format and by ours alike.
@Tag("ID-55")
class XtsTest {

    private static final String PASSWORD = "c0ffee".repeat(10);

    @Test
    void vector1OfTheStandardComesOut() {
        var block = new byte[Xts.BLOCK];
        new Xts(new byte[16]).encipher(0, block, 0);
        assertThat(HexFormat.of().formatHex(block, 0, 32))
                .isEqualTo("917cf69ebd68b2ec9b9fe9a3eadda692cd43d2f59598ed858c02c2652fbf922e");
    }

    @Property(tries = 60)
    void whatH2WroteIsReadHereAndTheOtherWayRound(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int blocks) throws IOException {
        var random = new Random(seed);
        var name = "memFS:" + Long.toHexString(seed) + "-" + blocks;
        try (var base = FilePath.get(name).open("rw")) {
            var h2 = h2(base);
            var content = new byte[blocks * Xts.BLOCK];
            random.nextBytes(content);
            h2.write(ByteBuffer.wrap(content), 0);
            var ours = new CipheredChannel(base, PASSWORD);
            assertThat(ours.size()).isEqualTo(h2.size()).isEqualTo(content.length);

            for (var change = 0; change < 10; change++) {
                var at = random.nextInt(blocks + 2) * Xts.BLOCK;
                var more = new byte[(1 + random.nextInt(3)) * Xts.BLOCK];
                random.nextBytes(more);
                var end = Math.max(content.length, at + more.length);
                if (at <= content.length) {
                    content = Arrays.copyOf(content, end);
                    System.arraycopy(more, 0, content, at, more.length);
                    assertThat(ours.write(ByteBuffer.wrap(more), at)).isEqualTo(more.length);
                }
            }
            var from = random.nextInt(content.length);
            var length = 1 + random.nextInt(content.length - from);
            var expected = Arrays.copyOfRange(content, from, from + length);
            assertThat(read(ours, from, length)).isEqualTo(expected);
            assertThat(read(h2(base), from, length)).isEqualTo(expected);
        } finally {
            FilePath.get(name).delete();
        }
    }

    @Test
    void whatIsCutOffIsGoneForBoth() throws IOException {
        try (var base = FilePath.get("memFS:cut").open("rw")) {
            h2(base).write(ByteBuffer.allocate(5 * Xts.BLOCK), 0);
            var ours = new CipheredChannel(base, PASSWORD);
            ours.truncate(2 * Xts.BLOCK);
            assertThat(ours.size()).isEqualTo(2 * Xts.BLOCK);
            assertThat(h2(base).size()).isEqualTo(2 * Xts.BLOCK);
            assertThat(ours.read(ByteBuffer.allocate(1), 2 * Xts.BLOCK)).isEqualTo(-1);
            assertThat(ours.read(ByteBuffer.allocate(0), 0)).isZero();
            var half = ByteBuffer.allocate(2 * Xts.BLOCK);
            assertThat(ours.read(half, Xts.BLOCK)).isEqualTo(Xts.BLOCK);
        } finally {
            FilePath.get("memFS:cut").delete();
        }
    }

    @Test
    void lessThanABlockIsRefusedAndNothingWritten() throws IOException {
        try (var base = FilePath.get("memFS:part").open("rw")) {
            h2(base).write(ByteBuffer.allocate(Xts.BLOCK), 0);
            var ours = new CipheredChannel(base, PASSWORD);
            assertThatThrownBy(() -> ours.write(ByteBuffer.allocate(100), 0))
                    .isInstanceOf(IOException.class)
                    .hasMessage("100 bytes at 0 are not whole blocks");
            assertThatThrownBy(() -> ours.write(ByteBuffer.allocate(Xts.BLOCK), 8))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> ours.truncate(10)).isInstanceOf(IOException.class);
            assertThat(read(ours, 0, Xts.BLOCK)).containsOnly(0);
        } finally {
            FilePath.get("memFS:part").delete();
        }
    }

    /// H2 is another one when this fails: its books are enciphered all the same, but slowly.
    @Test
    void theBooksGoThroughIt(@TempDir Path folder) throws Exception {
        var storage =
                new EmbeddedStorage(
                        new BooksSource.EmbeddedFile(folder.resolve("books"), PASSWORD));
        storage.migrate();
        try (var connection = storage.openForWriting()) {
            var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            var file = session.getDatabase().getStore().getMvStore().getFileStore();
            var channel =
                    MethodHandles.privateLookupIn(SingleFileStore.class, MethodHandles.lookup())
                            .findVarHandle(SingleFileStore.class, "fileChannel", FileChannel.class)
                            .get((SingleFileStore) file);
            assertThat(channel).isInstanceOf(CipheredChannel.class);
        } finally {
            storage.close();
        }
    }

    private static FileEncrypt h2(FileChannel base) {
        var password = PASSWORD.getBytes(StandardCharsets.UTF_16BE);
        return new FileEncrypt("h2", password, base);
    }

    private static byte[] read(FileChannel channel, long from, int length) throws IOException {
        var target = ByteBuffer.allocate(length);
        while (target.hasRemaining()) {
            if (channel.read(target, from + target.position()) < 0) {
                break;
            }
        }
        return target.array();
    }
}
