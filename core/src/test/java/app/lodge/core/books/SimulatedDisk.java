package app.lodge.core.books;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.h2.store.fs.FileBaseDefault;

/// Four files on a disk that can lose power: what was not forced survives in pieces, at random.
final class SimulatedDisk {

    final SimulatedFile base = new SimulatedFile();
    final SimulatedFile side = new SimulatedFile();
    final List<SimulatedFile> ahead = List.of(new SimulatedFile(), new SimulatedFile());
    private volatile Runnable atEachStep = () -> {};

    /// What would be left if the power went now.
    record Image(byte[] base, byte[] side, List<byte[]> ahead) {}

    synchronized Image cut(Random random) {
        var survival = new double[] {0.1, 0.5, 0.9}[random.nextInt(3)];
        var piece = random.nextBoolean() ? 4096 : 512;
        return new Image(
                base.cut(random, survival, piece),
                side.cut(random, survival, piece),
                ahead.stream().map(file -> file.cut(random, survival, piece)).toList());
    }

    void atEachStep(Runnable watcher) {
        atEachStep = watcher;
    }

    private sealed interface Step {
        record Write(long at, byte[] bytes) implements Step {}

        record Truncate(long size) implements Step {}
    }

    /// A file's content as the program sees it, as the disk holds it, and what lies between.
    final class SimulatedFile {
        private byte[] seen = new byte[0];
        private byte[] durable = new byte[0];
        private final List<Step> pending = new ArrayList<>();
        boolean lying;

        FileChannel open() {
            return new Channel(this);
        }

        private void step(Step step) {
            atEachStep.run();
            synchronized (SimulatedDisk.this) {
                pending.add(step);
                seen = applied(seen, step);
            }
        }

        private void force() {
            atEachStep.run();
            synchronized (SimulatedDisk.this) {
                if (!lying) {
                    durable = seen.clone();
                    pending.clear();
                }
            }
        }

        private long size() {
            synchronized (SimulatedDisk.this) {
                return seen.length;
            }
        }

        private int read(ByteBuffer target, long position) {
            synchronized (SimulatedDisk.this) {
                if (position >= seen.length) {
                    return -1;
                }
                var length = (int) Math.min(target.remaining(), seen.length - position);
                target.put(seen, (int) position, length);
                return length;
            }
        }

        private byte[] cut(Random random, double survival, int piece) {
            var image = durable.clone();
            for (var step : pending) {
                switch (step) {
                    case Step.Truncate truncate -> {
                        if (random.nextDouble() < survival) {
                            image = applied(image, truncate);
                        }
                    }
                    case Step.Write(long at, byte[] bytes) -> {
                        if (random.nextDouble() < survival) { // the length, without the content
                            image = grown(image, at + bytes.length);
                        }
                        for (var from = 0; from < bytes.length; ) {
                            var to =
                                    (int)
                                            Math.min(
                                                    bytes.length,
                                                    ((at + from) / piece + 1) * piece - at);
                            if (random.nextDouble() < survival) {
                                image =
                                        applied(
                                                image,
                                                new Step.Write(
                                                        at + from,
                                                        Arrays.copyOfRange(bytes, from, to)));
                            }
                            from = to;
                        }
                    }
                }
            }
            return image;
        }

        private static byte[] applied(byte[] content, Step step) {
            return switch (step) {
                case Step.Truncate(long size) ->
                        size < content.length ? Arrays.copyOf(content, (int) size) : content;
                case Step.Write(long at, byte[] bytes) -> {
                    var longer = grown(content, at + bytes.length);
                    System.arraycopy(bytes, 0, longer, (int) at, bytes.length);
                    yield longer;
                }
            };
        }

        private static byte[] grown(byte[] content, long size) {
            return size > content.length ? Arrays.copyOf(content, (int) size) : content;
        }
    }

    private static final class Channel extends FileBaseDefault {
        private final SimulatedFile file;

        Channel(SimulatedFile file) {
            this.file = file;
        }

        @Override
        public long size() {
            return file.size();
        }

        @Override
        public int read(ByteBuffer target, long position) {
            return file.read(target, position);
        }

        @Override
        public int write(ByteBuffer source, long position) {
            var bytes = new byte[source.remaining()];
            source.get(bytes);
            file.step(new Step.Write(position, bytes));
            return bytes.length;
        }

        @Override
        protected void implTruncate(long size) {
            file.step(new Step.Truncate(size));
        }

        @Override
        public void force(boolean metaData) {
            file.force();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) {
            return new FileLock(this, 0, Long.MAX_VALUE, false) {
                @Override
                public boolean isValid() {
                    return true;
                }

                @Override
                public void release() {}
            };
        }
    }
}
