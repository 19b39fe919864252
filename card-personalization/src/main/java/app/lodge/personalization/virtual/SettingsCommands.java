package app.lodge.personalization.virtual;

import app.lodge.core.keys.Bytes;
import app.lodge.personalization.virtual.CardContext.Command;
import app.lodge.personalization.virtual.CardContext.Reply;
import java.util.Arrays;

/// Applications, files and their settings: listed, made, changed, deleted.
final class SettingsCommands {

    private static final int MOST_APPLICATIONS = 28;
    private static final int MOST_KEYS = 14;
    private static final int AES = 0x80;
    private static final int CAPACITY = 8192;
    private static final int CIPHERS = 0xC0;

    private final CardContext card;

    SettingsCommands(CardContext card) {
        this.card = card;
    }

    Reply run(Command command) {
        return switch (command.ins()) {
            case 0x6A -> applicationIds(command);
            case 0x6F -> fileIds(command);
            case 0xF5 -> fileSettings(command);
            case 0x45 -> keySettings(command);
            case 0x54 -> changeKeySettings(command);
            case 0x6E -> freeMemory(command);
            case 0x51 -> cardUid(command);
            case 0xFC -> format(command);
            case 0x5C -> configure(command);
            case 0xCA -> createApplication(command);
            case 0xDA -> deleteApplication(command);
            case 0xCD -> createData(command, CardFile.Kind.STANDARD);
            case 0xCB -> createData(command, CardFile.Kind.BACKUP);
            case 0xCC -> createValue(command);
            case 0xC1 -> createRecords(command, CardFile.Kind.LINEAR);
            case 0xC0 -> createRecords(command, CardFile.Kind.CYCLIC);
            case 0xDF -> deleteFile(command);
            case 0x5F -> changeFileSettings(command);
            default -> throw new Refusal(Refusal.ILLEGAL_COMMAND);
        };
    }

    private Reply applicationIds(Command command) {
        requireCard();
        requireListing();
        card.managed(command, 0);
        byte[][] aids =
                card.memory.applications.keySet().stream()
                        .map(aid -> Bytes.littleEndian(aid, 3))
                        .toArray(byte[][]::new);
        return Reply.managed(Bytes.join(aids));
    }

    private Reply fileIds(Command command) {
        requireListing();
        card.managed(command, 0);
        return Reply.managed(
                Bytes.of(
                        card.selected.files.keySet().stream()
                                .mapToInt(Integer::intValue)
                                .toArray()));
    }

    private Reply fileSettings(Command command) {
        requireListing();
        byte[] p = card.managed(command, 1);
        return Reply.managed(card.selected.file(p[0] & 0xFF).settings());
    }

    private Reply keySettings(Command command) {
        requireListing();
        card.managed(command, 0);
        return Reply.managed(card.selected.keySettings());
    }

    private Reply changeKeySettings(Command command) {
        card.requireMaster();
        if ((card.selected.settings & 0x08) == 0) {
            throw new Refusal(Refusal.PERMISSION);
        }
        byte[] p = card.opened(command, 0, Protection.FULL, 1);
        card.selected.settings = p[0] & 0xFF;
        return Reply.managed();
    }

    private Reply freeMemory(Command command) {
        card.managed(command, 0);
        return Reply.managed(Bytes.littleEndian(CAPACITY, 3));
    }

    private Reply cardUid(Command command) {
        if (card.session == null) {
            throw new Refusal(Refusal.AUTHENTICATION);
        }
        card.managed(command, 0);
        return new Reply(card.memory.uid.bytes(), Protection.FULL);
    }

    /// Option 0 only (MF3DHx3 §11.3.9): bit 0 forbids formatting for ever.
    private Reply configure(Command command) {
        requireCard();
        card.requireMaster();
        byte[] p = card.opened(command, 1, Protection.FULL, 1);
        if (p.length != 2 || p[0] != 0 || (p[1] & ~1) != 0) {
            throw new Refusal(Refusal.PARAMETER);
        }
        card.memory.formatDisabled |= (p[1] & 1) != 0;
        return Reply.managed();
    }

    private Reply format(Command command) {
        requireCard();
        card.requireMaster();
        if (card.memory.formatDisabled) {
            throw new Refusal(Refusal.PERMISSION);
        }
        card.managed(command, 0);
        card.memory.format();
        return Reply.managed();
    }

    private Reply createApplication(Command command) {
        requireCard();
        requireCreation();
        byte[] p = card.managed(command, 5);
        int aid = (int) Bytes.littleEndian(p, 0, 3);
        int count = p[4] & 0x0F;
        int cipher = p[4] & CIPHERS;
        if (aid == 0 || count == 0 || count > MOST_KEYS || cipher != AES && cipher != 0) {
            throw new Refusal(Refusal.PARAMETER);
        }
        if (card.memory.applications.containsKey(aid)) {
            throw new Refusal(Refusal.DUPLICATE);
        }
        if (card.memory.applications.size() >= MOST_APPLICATIONS) {
            throw new Refusal(Refusal.COUNT);
        }
        byte[] names = Arrays.copyOfRange(p, 5, p.length);
        card.memory.applications.put(
                aid, CardApplication.made(aid, p[3] & 0xFF, count, cipher == AES, names));
        return Reply.managed();
    }

    private Reply deleteApplication(Command command) {
        requireCard();
        card.requireMaster();
        byte[] p = card.managed(command, 3);
        if (card.memory.applications.remove((int) Bytes.littleEndian(p, 0, 3)) == null) {
            throw new Refusal(Refusal.NO_APPLICATION);
        }
        return Reply.managed();
    }

    private Reply createData(Command command, CardFile.Kind kind) {
        requireFiles();
        byte[] p = withoutIsoName(card.managed(command, 7), 7);
        int size = (int) Bytes.littleEndian(p, 4, 3);
        if (size == 0 || size > CAPACITY) {
            throw new Refusal(Refusal.PARAMETER);
        }
        return add(p, new CardFile(kind, p[1] & 3, rights(p), size, 0, 0, 0, 0));
    }

    private Reply createValue(Command command) {
        requireFiles();
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
        requireFiles();
        byte[] p = withoutIsoName(card.managed(command, 10), 10);
        int size = (int) Bytes.littleEndian(p, 4, 3);
        int most = (int) Bytes.littleEndian(p, 7, 3);
        if (size == 0 || most < (kind == CardFile.Kind.CYCLIC ? 2 : 1) || size * most > CAPACITY) {
            throw new Refusal(Refusal.PARAMETER);
        }
        return add(p, new CardFile(kind, p[1] & 3, rights(p), size, 0, most, 0, 0));
    }

    /// The ISO file id, if there, stands after the file number.
    private static byte[] withoutIsoName(byte[] p, int length) {
        return p.length == length + 2
                ? Bytes.join(Arrays.copyOf(p, 1), Arrays.copyOfRange(p, 3, p.length))
                : p;
    }

    private static int rights(byte[] p) {
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

    private Reply deleteFile(Command command) {
        requireFiles();
        byte[] p = card.managed(command, 1);
        card.selected.file(p[0] & 0xFF);
        card.selected.files.remove(p[0] & 0xFF);
        return Reply.managed();
    }

    private Reply changeFileSettings(Command command) {
        CardFile file = card.selected.file(command.at(0));
        boolean free = (file.rights & 0xF) == 0xE;
        if (!free && (file.rights & 0xF) != card.keyNumber) {
            throw new Refusal(Refusal.AUTHENTICATION);
        }
        byte[] p = card.opened(command, 1, free ? Protection.MANAGED : Protection.FULL, 3);
        if (p.length != 4) {
            throw new Refusal(Refusal.LENGTH);
        }
        file.mode = p[1] & 3;
        file.rights = rights(p);
        return Reply.managed();
    }

    private void requireCard() {
        if (!card.onCard()) {
            throw new Refusal(Refusal.PERMISSION);
        }
    }

    private void requireListing() {
        if (!card.selected.freeListing()) {
            card.requireMaster();
        }
    }

    private void requireCreation() {
        if (!card.selected.freeCreation()) {
            card.requireMaster();
        }
    }

    private void requireFiles() {
        if (card.onCard()) {
            throw new Refusal(Refusal.PERMISSION);
        }
        requireCreation();
    }
}
