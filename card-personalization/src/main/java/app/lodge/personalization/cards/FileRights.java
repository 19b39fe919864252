package app.lodge.personalization.cards;

/// Who may do what with a file: a key's number, {@link #FREE} or {@link #NEVER}. For values: whoever
/// reads or writes may see and debit, whoever writes may credit within limits, and only read-and-write
/// credits.
public record FileRights(int read, int write, int readAndWrite, int change) {

    public static final int FREE = 0xE;
    public static final int NEVER = 0xF;

    public FileRights {
        for (int right : new int[] {read, write, readAndWrite, change}) {
            if (right < 0 || right > NEVER) {
                throw new IllegalArgumentException("Right %d is outside 0 to 15".formatted(right));
            }
        }
    }

    /// As the card has it, the read right highest.
    int code() {
        return read << 12 | write << 8 | readAndWrite << 4 | change;
    }
}
