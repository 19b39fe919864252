package app.lodge.core.books;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// H2's file system scheme `dw:`: database files that are always exactly at one force boundary.
///
/// H2 checks a chunk's header and footer but not the pages between, so a power cut that keeps some of
/// the unsynced blocks can leave a file that opens and lies. Under this scheme writes stay in memory
/// until forced, which writes them to a side file first, flushes it, and only then touches the
/// database file ({@link DoubleWriteChannel}).
public final class DoubleWriteFiles extends FilePathWrapper {

    static final String SCHEME = "dw";

    // H2 registers file systems per process and opens them by name, so what is open must be found
    // by name too.
    private static final Map<String, DoubleWriteChannel> OPEN = new ConcurrentHashMap<>();

    static void register() {
        FilePath.register(new DoubleWriteFiles());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var plain = plain(toString());
        if (!plain.endsWith(".mv.db") || mode.equals("r")) {
            return super.open(mode);
        }
        var channel = DoubleWriteChannel.open(Path.of(plain), () -> OPEN.remove(plain));
        OPEN.put(plain, channel);
        return channel;
    }

    @Override
    public long size() {
        var channel = OPEN.get(plain(toString()));
        return channel != null ? channel.size() : super.size();
    }

    @Override
    public void delete() {
        var side = Path.of(plain(toString()) + ".dw");
        try {
            Files.deleteIfExists(side);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        super.delete();
    }

    private static String plain(String name) {
        return Path.of(name.startsWith(SCHEME + ":") ? name.substring(SCHEME.length() + 1) : name)
                .toAbsolutePath()
                .toString();
    }
}
