package app.lodge.desktop.workstation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether a card is being made at this workstation, by this process or by another one (a second
/// window, the command line). A job that somebody works on has not broken off, and the card in the
/// printer is theirs. The mark is a lock on a file, which the system takes away with the process that
/// holds it, however that ends (ID-43). One object for each process and folder.
public final class CardsInMaking {

    private static final Logger LOG = LoggerFactory.getLogger(CardsInMaking.class);

    private final Path file;
    private int here;
    private @Nullable FileChannel channel;

    /// @param folder a folder that the workstation's processes share
    public CardsInMaking(Path folder) {
        this.file = folder.resolve("card-making.lock");
    }

    /// Until it is closed, a card is being made.
    interface Mark extends AutoCloseable {
        @Override
        void close();
    }

    /// Waits while broken jobs are being settled, which takes a printer's answer.
    synchronized Mark mark() {
        if (here == 0) {
            try {
                channel = open();
                channel.lock(0, Long.MAX_VALUE, true);
            } catch (IOException | OverlappingFileLockException e) {
                LOG.warn("{} cannot be locked: only this process knows of its cards", file, e);
            }
        }
        here++;
        return this::unmark;
    }

    private synchronized void unmark() {
        here--;
        if (here == 0) {
            closeChannel();
        }
    }

    /// Does the work if no card is being made; none is begun meanwhile.
    ///
    /// @return whether it was done
    synchronized boolean whileNone(Runnable work) {
        if (here > 0) {
            return false;
        }
        try {
            channel = open();
            FileLock alone = channel.tryLock(0, Long.MAX_VALUE, false);
            if (alone == null) {
                return false;
            }
            work.run();
            return true;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            LOG.warn("{} cannot be locked: only this process knows of its cards", file, e);
            work.run();
            return true;
        } finally {
            closeChannel();
        }
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private void closeChannel() {
        var open = channel;
        channel = null;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException e) {
            LOG.warn("Closing {}", file, e);
        }
    }
}
