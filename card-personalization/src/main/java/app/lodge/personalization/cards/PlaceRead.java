package app.lodge.personalization.cards;

/// A place of a medium as it was read back in a fresh session.
///
/// @param name the place's name in the plan
/// @param bytes empty for a value
/// @param value of a value file or block; 0 for bytes
public record PlaceRead(String name, byte[] bytes, int value) {

    public PlaceRead {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "PlaceRead[%s, %d bytes, %d]".formatted(name, bytes.length, value);
    }
}
