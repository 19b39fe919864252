package app.lodge.core.books;

/// Enciphers what the books keep for a while and what may name people; the vault provides it.
public interface Sealing {

    byte[] seal(byte[] plain);

    /// @throws IllegalStateException if the bytes were not sealed by this key or were changed
    byte[] open(byte[] sealed);
}
