package app.lodge.core.books;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// H2's file system scheme `dw:`: database files that are always exactly at one force boundary.
///
/// H2 checks a chunk's header and footer but not the pages between, so a power cut that keeps some of
/// the unsynced blocks can leave a file that opens and lies. Under this scheme writes stay in memory
/// until forced, which writes them to a side file first, flushes it, and only then touches the
/// database file ({@link DoubleWriteChannel}).
public class DoubleWriteFiles extends FilePathWrapper {

    static final String SCHEME = "dw";

    /// What is added to the database file's name for the side file's.
    static final String SIDE = ".dw";

    /// The same for the write-ahead log's two files.
    static final List<String> AHEAD = List.of(".ahead", ".ahead2");

    private static final Logger LOG = LoggerFactory.getLogger(DoubleWriteFiles.class);

    /// One letter and a colon is a drive.
    private static final Pattern SCHEMES = Pattern.compile("^[a-z]{2,}:");

    // H2 registers file systems per process and opens them by name, so what is open must be found
    // by name too.
    private static final Map<String, DoubleWriteChannel> OPEN = new ConcurrentHashMap<>();

    static void register() {
        FilePath.register(new DoubleWriteFiles());
    }

    /// A file below the layer; tests put a simulated disk here.
    FileChannel openBelow(Path file) throws IOException {
        var existed = Files.exists(file);
        var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (!existed) {
            forceFolder(file.resolveSibling("."));
        }
        return channel;
    }

    /// A new file is on the disk only when its folder is. Windows opens no folders, and needs it not.
    private static void forceFolder(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("The folder {} cannot be flushed on this system", folder, e);
        }
    }

    /// The write-ahead log's files beside a database under one of these schemes.
    ///
    /// @param database with its scheme, without `.mv.db`
    /// @return empty under another scheme
    static List<FileChannel> ahead(String database) throws IOException {
        var channels = new ArrayList<FileChannel>();
        for (var ending : AHEAD) {
            var name = database + ".mv.db" + ending;
            if (FilePath.get(name) instanceof DoubleWriteFiles files) {
                channels.add(files.openBelow(Path.of(plain(name))));
            }
        }
        return channels;
    }

    /// The database's file while it is open.
    ///
    /// @param database with its scheme, without `.mv.db`
    static @Nullable DoubleWriteChannel channel(String database) {
        return OPEN.get(plain(database + ".mv.db"));
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
        var channel =
                DoubleWriteChannel.open(
                        openBelow(Path.of(plain)),
                        openBelow(Path.of(plain + SIDE)),
                        () -> OPEN.remove(plain));
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
        var side = Path.of(plain(toString()) + SIDE);
        try {
            Files.deleteIfExists(side);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        super.delete();
    }

    private static String plain(String name) {
        return Path.of(SCHEMES.matcher(name).replaceFirst("")).toAbsolutePath().toString();
    }
}
