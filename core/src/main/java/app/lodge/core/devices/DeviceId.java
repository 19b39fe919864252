package app.lodge.core.devices;

import app.lodge.core.books.Identifier;

/// A device's number in the books. On the wire it is known by its name.
public record DeviceId(long number) implements Identifier {}
