package app.lodge.personalization.encoding;

/// What goes between reader and medium.
///
/// @param apdus commands, each with its answer
/// @param bytes both ways, with heads and status bytes
public record Traffic(int apdus, int bytes) {

    public static final Traffic NONE = new Traffic(0, 0);

    /// One more command: its head, its data with a length before and one behind, and the answer.
    Traffic and(int data, int answer) {
        return new Traffic(apdus + 1, bytes + 4 + (data == 0 ? 1 : data + 2) + answer + 2);
    }
}
