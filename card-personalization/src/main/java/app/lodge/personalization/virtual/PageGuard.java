package app.lodge.personalization.virtual;

import app.lodge.personalization.ultralight.UltralightType;
import java.util.Optional;

/// What must be proven to an Ultralight chip before it shows or takes certain pages.
sealed interface PageGuard permits PageGuard.None, PasswordGuard, TripleDesGuard {

    /// A command that proves something.
    ///
    /// @return empty if the chip refuses
    Optional<byte[]> prove(byte[] command);

    /// The first page that is not shown now.
    int readable();

    boolean writable(int page);

    /// Memory as it is shown: keys and passwords never are.
    byte[] shown(byte[] memory);

    /// Whether something was proven.
    default boolean open() {
        return false;
    }

    /// Nothing is proven any more.
    void close();

    /// Everything is open.
    record None(UltralightType type) implements PageGuard {

        @Override
        public Optional<byte[]> prove(byte[] command) {
            return Optional.empty();
        }

        @Override
        public int readable() {
            return type.pages();
        }

        @Override
        public boolean writable(int page) {
            return true;
        }

        @Override
        public byte[] shown(byte[] memory) {
            return memory;
        }

        @Override
        public void close() {
            // nothing was proven
        }
    }
}
