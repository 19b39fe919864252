package app.lodge.personalization.ibutton;

import app.lodge.core.devices.DeviceException;

/// A key's memory in pages. What `write` returns from is on the key: written to the scratchpad, read
/// back, compared, copied, read again. What it throws from may be there in part.
public interface ButtonMemory {

    /// Bytes in all.
    int capacity();

    int pageSize();

    default int pages() {
        return capacity() / pageSize();
    }

    /// Read twice where the part sends no checksum.
    ///
    /// @throws DeviceException with CardRemoved if the key was lifted, VerifyMismatch if it says
    ///     something else each time
    byte[] read(int address, int length) throws DeviceException;

    /// @param page 0 to `pages` - 1
    /// @param content at most a page; the rest of the page keeps what it has or is filled, as the part
    ///     can
    /// @throws DeviceException with CardRemoved, VerifyMismatch, KeyRefused
    void write(int page, byte[] content) throws DeviceException;

    default byte[] readPage(int page) throws DeviceException {
        return read(page * pageSize(), pageSize());
    }
}
