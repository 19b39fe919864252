package app.lodge.core.encodingplans;

import java.util.List;

/// A file of a DESFire application (MF3DHx3 §8.2.3).
public sealed interface PlannedFile {

    int number();

    /// Names the place in `readBack`, in steps and in the editor.
    String name();

    Mode mode();

    Rights rights();

    /// How content goes between reader and card.
    enum Mode {
        PLAIN(0),
        MAC(1),
        FULL(3);

        private final int code;

        Mode(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    /// Which key may do what: a key's number, 14 free for all, 15 for nobody.
    record Rights(int read, int write, int readWrite, int change) {

        public static final int FREE = 14;
        public static final int NEVER = 15;

        /// The two bytes on the card as a number.
        public int code() {
            return read << 12 | write << 8 | readWrite << 4 | change;
        }
    }

    /// Bytes as they are written.
    ///
    /// @param size bytes
    record Standard(
            int number, String name, Mode mode, Rights rights, int size, List<PlannedField> fields)
            implements PlannedFile {
        public Standard {
            fields = List.copyOf(fields);
        }
    }

    /// Bytes that change at commit, whole or not at all.
    record Backup(
            int number, String name, Mode mode, Rights rights, int size, List<PlannedField> fields)
            implements PlannedFile {
        public Backup {
            fields = List.copyOf(fields);
        }
    }

    /// A number that the card itself raises and lowers between limits.
    ///
    /// @param value what a new card begins with; a card that has the file keeps its own
    record Value(
            int number,
            String name,
            Mode mode,
            Rights rights,
            int lower,
            int upper,
            int value,
            boolean limitedCredit)
            implements PlannedFile {}

    /// Records of one size, the oldest overwritten if cyclic.
    ///
    /// @param size bytes of a record
    /// @param most records that the file holds; cyclic ones need one more than are kept
    /// @param fields of the first record, written once; none for an empty file
    record Records(
            int number,
            String name,
            Mode mode,
            Rights rights,
            boolean cyclic,
            int size,
            int most,
            List<PlannedField> fields)
            implements PlannedFile {
        public Records {
            fields = List.copyOf(fields);
        }
    }

    /// The card's own word on every transaction of the application, under a key that only the vault
    /// has (MF2DLHX0 §8.7, CHAIN-14).
    ///
    /// @param rights `write` is 15; `readWrite` is the key with which a reader names itself before each
    ///     commit, 15 if none need
    record TransactionMac(int number, String name, Mode mode, Rights rights)
            implements PlannedFile {}

    /// Fields that the plan writes; none for a value.
    default List<PlannedField> written() {
        return switch (this) {
            case Standard it -> it.fields();
            case Backup it -> it.fields();
            case Records it -> it.fields();
            case Value _, TransactionMac _ -> List.of();
        };
    }

    /// Bytes that a write of the fields covers; 0 for a value.
    default int length() {
        return switch (this) {
            case Standard it -> it.size();
            case Backup it -> it.size();
            case Records it -> it.size();
            case Value _, TransactionMac _ -> 0;
        };
    }
}
