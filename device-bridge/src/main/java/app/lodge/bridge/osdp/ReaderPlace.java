package app.lodge.bridge.osdp;

/// One reader on a line.
///
/// @param name for the log
/// @param address 0 to 126
/// @param secureOnly whether it is spoken to only over a secure channel
public record ReaderPlace(
        String name, int address, boolean secureOnly, ReaderKeys keys, ReaderEvents events) {}
