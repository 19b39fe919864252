package app.lodge.personalization.virtual;

import app.lodge.core.keys.Bytes;
import app.lodge.personalization.virtual.CardContext.Command;
import app.lodge.personalization.virtual.CardContext.Reply;
import java.util.Arrays;

/// Key versions and ChangeKey in all three messagings.
final class KeyCommands {

    private static final int CHANGE_KEY = 0xC4;
    private static final int FROZEN = 0xF;
    private static final int SAME_KEY = 0xE;

    private final CardContext card;

    KeyCommands(CardContext card) {
        this.card = card;
    }

    Reply run(Command command) {
        return switch (command.ins()) {
            case 0x64 -> version(command);
            case CHANGE_KEY -> change(command);
            default -> throw new Refusal(Refusal.ILLEGAL_COMMAND);
        };
    }

    private Reply version(Command command) {
        byte[] p = card.managed(command, 1);
        return Reply.managed((byte) card.selected.key(p[0] & 0x0F).version());
    }

    private Reply change(Command command) {
        Messaging session = card.session;
        if (session == null) {
            throw new Refusal(Refusal.AUTHENTICATION);
        }
        byte[] header = command.header(1);
        int number = header[0] & 0x0F;
        KeySlot old = card.selected.key(number);
        requireRight(number);
        KeySlot.Kind kind = card.onCard() ? KeySlot.Kind.of(header[0]) : card.selected.kind;
        boolean own = number == card.keyNumber;
        byte[] body = Arrays.copyOfRange(command.data(), 1, command.data().length);
        byte[] plain = session.openKey(header, body);
        KeySlot fresh =
                switch (session) {
                    case SecureD40 _ -> fromD40(plain, old, own, kind);
                    case SecureEv1 _ -> fromEv1(header, plain, old, own, kind);
                    case SecureEv2 _ -> fromEv2(plain, old, own, kind);
                };
        card.selected.keys[number] = fresh;
        if (!own) {
            return Reply.managed();
        }
        card.endSession();
        return new Reply(new byte[0], Protection.PLAIN);
    }

    /// The frozen setting holds for all keys but the master key, which has a bit of its own.
    private void requireRight(int number) {
        int right = card.onCard() ? 0 : card.selected.settings >> 4;
        boolean master = number == 0;
        boolean refused = master ? (card.selected.settings & 1) == 0 : right == FROZEN;
        if (refused) {
            throw new Refusal(Refusal.PERMISSION);
        }
        int needed = master || right == 0 ? 0 : right == SAME_KEY ? number : right;
        if (card.keyNumber != needed) {
            throw new Refusal(Refusal.AUTHENTICATION);
        }
    }

    private static KeySlot fromD40(byte[] plain, KeySlot old, boolean own, KeySlot.Kind kind) {
        int length = sentLength(kind);
        byte[] sent = cut(plain, 0, length);
        require(Bytes.crc16(sent), cut(plain, length, 2));
        byte[] key = cut(sent, 0, kind.length());
        if (!own) {
            key = Bytes.xor(key, old.value());
            require(Bytes.crc16(key), cut(plain, length + 2, 2));
        }
        return slot(kind, key, sent);
    }

    private static KeySlot fromEv1(
            byte[] header, byte[] plain, KeySlot old, boolean own, KeySlot.Kind kind) {
        int length = sentLength(kind);
        byte[] sent = cut(plain, 0, length);
        require(Bytes.crc32(Bytes.of(CHANGE_KEY), header, sent), cut(plain, length, 4));
        byte[] key = cut(sent, 0, kind.length());
        if (!own) {
            key = Bytes.xor(key, old.value());
            require(Bytes.crc32(key), cut(plain, length + 4, 4));
        }
        return slot(kind, key, sent);
    }

    /// Only AES keys come with their version; DES keys have it in their parity bits.
    private static int sentLength(KeySlot.Kind kind) {
        return kind.length() + (kind == KeySlot.Kind.AES ? 1 : 0);
    }

    private static KeySlot slot(KeySlot.Kind kind, byte[] key, byte[] sent) {
        return new KeySlot(kind, key, kind == KeySlot.Kind.AES ? sent[kind.length()] & 0xFF : 0);
    }

    private static KeySlot fromEv2(byte[] plain, KeySlot old, boolean own, KeySlot.Kind kind) {
        byte[] key = cut(plain, 0, kind.length());
        int version = cut(plain, kind.length(), 1)[0] & 0xFF;
        if (!own) {
            key = Bytes.xor(key, old.value());
            require(Bytes.crc32(key), cut(plain, kind.length() + 1, 4));
        }
        return new KeySlot(kind, key, version);
    }

    private static byte[] cut(byte[] plain, int from, int length) {
        if (plain.length < from + length) {
            throw new Refusal(Refusal.LENGTH);
        }
        return Bytes.slice(plain, from, length);
    }

    private static void require(byte[] expected, byte[] found) {
        if (!Arrays.equals(expected, found)) {
            throw new Refusal(Refusal.INTEGRITY);
        }
    }
}
