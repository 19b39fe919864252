package app.lodge.personalization.virtual;

import app.lodge.core.keys.Bytes;
import app.lodge.personalization.virtual.CardContext.Command;
import app.lodge.personalization.virtual.CardContext.Reply;
import java.util.Arrays;

/// Makes a DESFire application's files; whoever calls has seen that it may.
final class FileCreation {

    /// Bytes of the card.
    static final int CAPACITY = 8192;

    /// Bytes of a file id.
    static final int ISO_ID = 2;

    private final CardContext card;

    FileCreation(CardContext card) {
        this.card = card;
    }

    Reply run(Command command) {
        return switch (command.ins()) {
            case 0xCD -> createData(command, CardFile.Kind.STANDARD);
            case 0xCB -> createData(command, CardFile.Kind.BACKUP);
            case 0xCC -> createValue(command);
            case 0xC1 -> createRecords(command, CardFile.Kind.LINEAR);
            case 0xC0 -> createRecords(command, CardFile.Kind.CYCLIC);
            case 0xCE -> createTransactionMac(command);
            default -> throw new Refusal(Refusal.ILLEGAL_COMMAND);
        };
    }

    private Reply createData(Command command, CardFile.Kind kind) {
        byte[] whole = card.managed(command, 7);
        byte[] p = withoutIsoName(whole, 7);
        int size = (int) Bytes.littleEndian(p, 4, 3);
        if (size == 0 || size > CAPACITY) {
            throw new Refusal(Refusal.PARAMETER);
        }
        var file = new CardFile(kind, p[1] & 3, rights(p), size, 0, 0, 0, 0);
        file.isoId = isoId(whole, 7);
        return add(p, file);
    }

    private Reply createValue(Command command) {
        byte[] p = card.managed(command, 17);
        int lower = (int) Bytes.littleEndian(p, 4, 4);
        int upper = (int) Bytes.littleEndian(p, 8, 4);
        int value = (int) Bytes.littleEndian(p, 12, 4);
        if (lower > value || value > upper) {
            throw new Refusal(Refusal.PARAMETER);
        }
        return add(
                p,
                new CardFile(
                        CardFile.Kind.VALUE, p[1] & 3, rights(p), 0, lower, upper, value, p[16]));
    }

    private Reply createRecords(Command command, CardFile.Kind kind) {
        byte[] whole = card.managed(command, 10);
        byte[] p = withoutIsoName(whole, 10);
        int size = (int) Bytes.littleEndian(p, 4, 3);
        int most = (int) Bytes.littleEndian(p, 7, 3);
        if (size == 0 || most < (kind == CardFile.Kind.CYCLIC ? 2 : 1) || size * most > CAPACITY) {
            throw new Refusal(Refusal.PARAMETER);
        }
        var file = new CardFile(kind, p[1] & 3, rights(p), size, 0, most, 0, 0);
        file.isoId = isoId(whole, 10);
        return add(p, file);
    }

    private static int isoId(byte[] p, int length) {
        return p.length == length + ISO_ID
                ? (int) Bytes.littleEndian(p, 1, ISO_ID)
                : CardFile.NO_ISO_ID;
    }

    private Reply createTransactionMac(Command command) {
        byte[] p = card.opened(command, 5, Protection.FULL, KeySlot.Kind.AES.length() + 1);
        if (p.length != 5 + KeySlot.Kind.AES.length() + 1) {
            throw new Refusal(Refusal.LENGTH);
        }
        if (p[4] != 2) {
            throw new Refusal(Refusal.PARAMETER);
        }
        if (card.selected.counter() != null) {
            throw new Refusal(Refusal.DUPLICATE);
        }
        byte[] key = Bytes.slice(p, 5, KeySlot.Kind.AES.length());
        var slot = new KeySlot(KeySlot.Kind.AES, key, p[p.length - 1] & 0xFF);
        return add(p, CardFile.transactionMac(p[1] & 3, rights(p), slot));
    }

    /// The ISO file id, if there, stands after the file number.
    private static byte[] withoutIsoName(byte[] p, int length) {
        return p.length == length + 2
                ? Bytes.join(Arrays.copyOf(p, 1), Arrays.copyOfRange(p, 3, p.length))
                : p;
    }

    static int rights(byte[] p) {
        return (int) Bytes.littleEndian(p, 2, 2);
    }

    private Reply add(byte[] p, CardFile file) {
        int number = p[0] & 0xFF;
        if (number > 0x1F) {
            throw new Refusal(Refusal.PARAMETER);
        }
        if (card.selected.files.putIfAbsent(number, file) != null) {
            throw new Refusal(Refusal.DUPLICATE);
        }
        return Reply.managed();
    }
}
