package app.lodge.core.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whenever the power goes, the file is as it was after one force: the last that returned, or the one
/// under way.
@Tag("ID-15")
final class DoubleWriteChannelTest {

    private static final int LARGEST = 40 * 4096;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyPowerCutLeavesOneForceBoundary(long seed) throws Exception {
        var disk = new SimulatedDisk();
        var images = play(disk, new Random(seed), 90);
        assertThat(images.size()).as("seed %d", seed).isGreaterThan(60);
        for (var cut : images) {
            assertThat(HexFormat.of().formatHex(reopened(cut.image)))
                    .as("seed %d, step %d", seed, cut.step)
                    .isIn(cut.boundaries.stream().map(DoubleWriteChannelTest::hex).toList());
        }
    }

    @Test
    void thisTestFindsADiskThatDoesNotFlush() throws Exception {
        var disk = new SimulatedDisk();
        disk.side.lying = true;
        var wrong = 0;
        for (var cut : play(disk, new Random(9), 60)) {
            var found = reopened(cut.image);
            wrong += cut.boundaries.stream().anyMatch(one -> Arrays.equals(one, found)) ? 0 : 1;
        }
        assertThat(wrong).isPositive();
    }

    @Test
    void afterAFailedForceNothingIsForcedAnyMore() throws Exception {
        var disk = new SimulatedDisk();
        var failing = new boolean[1];
        var base = disk.base.open();
        var channel = DoubleWriteChannel.open(base, disk.side.open(), () -> {});
        channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), 0);
        disk.atEachStep(() -> {
            if (failing[0]) {
                throw new UncheckedIOException(new IOException("no space left"));
            }
        });
        failing[0] = true;
        assertThatThrownBy(() -> channel.force(true)).hasMessageContaining("no space left");
        failing[0] = false;
        assertThatThrownBy(() -> channel.force(true)).hasMessageContaining("failed before");
    }

    @Test
    void aSecondOpenerIsRefusedBeforeItTouchesTheFile() throws Exception {
        var file = folder.resolve("x");
        var side = folder.resolve("x.dw");
        var first = DoubleWriteChannel.open(open(file), open(side), () -> {});
        assertThatThrownBy(() -> DoubleWriteChannel.open(open(file), open(side), () -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("in use");
        first.write(ByteBuffer.wrap(new byte[] {7}), 0);
        first.force(true);
        first.close();
        assertThat(DoubleWriteChannel.open(open(file), open(side), () -> {}).size()).isEqualTo(1);
    }

    /// @param boundaries what the file may be: as after the last force, or after the one under way
    private record Cut(int step, SimulatedDisk.Image image, List<byte[]> boundaries) {}

    /// Random writes, truncations and forces, at once or in two steps, with power cuts in between; every
    /// read is compared with a plain array, while the disk is written, too.
    private static List<Cut> play(SimulatedDisk disk, Random random, int steps) throws IOException {
        var channel = DoubleWriteChannel.open(disk.base.open(), disk.side.open(), () -> {});
        var model = new Model(channel, random);
        var cuts = new ArrayList<Cut>();
        var step = new int[1];
        disk.atEachStep(() -> {
            cuts.add(new Cut(step[0], disk.cut(random), model.boundaries()));
            model.compare(step[0]);
            if (model.settling && random.nextInt(4) == 0) {
                model.write(); // beside it
            }
            model.compare(step[0]);
        });
        for (; step[0] < steps; step[0]++) {
            switch (random.nextInt(7)) {
                case 0, 1, 2 -> model.write();
                case 3 -> model.truncate();
                case 4 -> model.freeze();
                case 5 -> model.settle();
                default -> model.force();
            }
            model.compare(step[0]);
        }
        return cuts;
    }

    /// What a force boundary, the pages set apart and the file should be.
    private static final class Model {

        private final DoubleWriteChannel channel;
        private final Random random;
        private byte[] content = new byte[0];
        private byte[] apart = content;
        private byte[] forced = content;
        private boolean settling;

        Model(DoubleWriteChannel channel, Random random) {
            this.channel = channel;
            this.random = random;
        }

        List<byte[]> boundaries() {
            return List.of(forced, apart);
        }

        void write() {
            var at = random.nextInt(LARGEST);
            var bytes = new byte[1 + random.nextInt(3 * 4096)];
            random.nextBytes(bytes);
            try {
                channel.write(ByteBuffer.wrap(bytes), at);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            content = Arrays.copyOf(content, Math.max(content.length, at + bytes.length));
            System.arraycopy(bytes, 0, content, at, bytes.length);
        }

        void truncate() throws IOException {
            var size = random.nextInt(LARGEST);
            channel.truncate(size);
            content = Arrays.copyOf(content, Math.min(size, content.length));
        }

        void freeze() throws IOException {
            settle();
            channel.freeze();
            apart = content.clone();
        }

        void settle() throws IOException {
            settling = true;
            channel.settle();
            settling = false;
            forced = apart;
        }

        void force() throws IOException {
            freeze();
            channel.force(true);
            forced = apart;
        }

        void compare(int step) {
            try {
                assertThat(read(channel)).as("step %d", step).isEqualTo(content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static byte[] reopened(SimulatedDisk.Image image) throws IOException {
        var disk = new SimulatedDisk();
        disk.base.open().write(ByteBuffer.wrap(image.base()), 0);
        disk.side.open().write(ByteBuffer.wrap(image.side()), 0);
        return read(DoubleWriteChannel.open(disk.base.open(), disk.side.open(), () -> {}));
    }

    private static byte[] read(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate((int) channel.size());
        channel.read(bytes, 0);
        return bytes.array();
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
