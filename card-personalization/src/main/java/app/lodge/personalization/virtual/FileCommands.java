package app.lodge.personalization.virtual;

import app.lodge.core.keys.Bytes;
import app.lodge.personalization.virtual.CardContext.Command;
import app.lodge.personalization.virtual.CardContext.Reply;

/// Reading and writing files, values, records and transactions.
final class FileCommands {

    private static final int HEADER = 7;
    private static final int READER = 16;
    private static final int FREE = 0xE;
    private static final int[] READ = {12, 4};
    private static final int[] WRITE = {8, 4};
    private static final int[] CREDIT = {4};
    private static final int[] GIVE_BACK = {8, 4};
    private static final int[] VALUE = {12, 8, 4};

    private final CardContext card;

    FileCommands(CardContext card) {
        this.card = card;
    }

    static boolean writes(int ins) {
        return ins == 0x3D || ins == 0x8D || ins == 0x3B || ins == 0x8B;
    }

    /// @return bytes that a write command has in all, once every frame is there
    int wholeLength(Command first) {
        byte[] header = first.header(HEADER);
        CardFile file = card.selected.file(first.at(0));
        int length = (int) Bytes.littleEndian(header, 4, 3);
        Messaging session = card.session;
        Protection access = card.access(file, WRITE);
        return HEADER + (session == null ? length : session.wireLength(access, length));
    }

    Reply run(Command command) {
        return switch (command.ins()) {
            case 0xBD, 0xAD -> readData(command);
            case 0x3D, 0x8D -> write(command, false);
            case 0x3B, 0x8B -> write(command, true);
            case 0xBB, 0xAB -> readRecords(command);
            case 0x6C -> getValue(command);
            case 0x0C -> change(command, 1, CREDIT);
            case 0xDC -> change(command, -1, VALUE);
            case 0x1C -> giveBack(command);
            case 0xEB -> clear(command);
            case 0xC7 -> commit(command);
            case 0xC8 -> commitReader(command);
            case 0xA7 -> abort(command);
            default -> throw new Refusal(Refusal.ILLEGAL_COMMAND);
        };
    }

    private Reply readData(Command command) {
        CardFile file = card.selected.file(command.at(0));
        Protection access = card.access(file, READ);
        byte[] p = card.opened(command, HEADER, access.counterpart(), 0);
        byte[] data =
                file.read((int) Bytes.littleEndian(p, 1, 3), (int) Bytes.littleEndian(p, 4, 3));
        if (file.counter == null) {
            card.selected.note(command.ins(), p, data);
        }
        return new Reply(data, access);
    }

    private Reply write(Command command, boolean record) {
        CardFile file = card.selected.file(command.at(0));
        Protection access = card.access(file, WRITE);
        if (file.hasRecords() != record) {
            throw new Refusal(Refusal.PARAMETER);
        }
        int length = (int) Bytes.littleEndian(command.header(HEADER), 4, 3);
        byte[] p = card.opened(command, HEADER, access, length);
        if (p.length - HEADER != length) {
            throw new Refusal(Refusal.LENGTH);
        }
        int offset = (int) Bytes.littleEndian(p, 1, 3);
        byte[] data = Bytes.slice(p, HEADER, length);
        if (record) {
            file.writeRecord(offset, data);
        } else {
            file.write(offset, data);
        }
        card.selected.note(command.ins(), command.header(HEADER), data);
        return new Reply(new byte[0], access.counterpart());
    }

    private Reply readRecords(Command command) {
        CardFile file = card.selected.file(command.at(0));
        Protection access = card.access(file, READ);
        byte[] p = card.opened(command, HEADER, access.counterpart(), 0);
        if (!file.hasRecords()) {
            throw new Refusal(Refusal.PARAMETER);
        }
        byte[] records =
                file.readRecords(
                        (int) Bytes.littleEndian(p, 1, 3), (int) Bytes.littleEndian(p, 4, 3));
        card.selected.note(command.ins(), p, records);
        return new Reply(records, access);
    }

    private Reply getValue(Command command) {
        CardFile file = valueFile(command);
        Protection access = card.access(file, VALUE);
        card.opened(command, 1, access.counterpart(), 0);
        byte[] value = Bytes.littleEndian(file.value(), 4);
        noteValue(command, value);
        return new Reply(value, access);
    }

    private Reply change(Command command, int sign, int... rights) {
        CardFile file = valueFile(command);
        Protection access = card.access(file, rights);
        int amount = amount(command, access);
        file.change((long) sign * amount);
        noteValue(command, Bytes.littleEndian(amount, 4));
        return new Reply(new byte[0], access.counterpart());
    }

    private Reply giveBack(Command command) {
        CardFile file = valueFile(command);
        Protection access = card.access(file, GIVE_BACK);
        int amount = amount(command, access);
        file.giveBack(amount);
        noteValue(command, Bytes.littleEndian(amount, 4));
        return new Reply(new byte[0], access.counterpart());
    }

    private void noteValue(Command command, byte[] value) {
        card.selected.note(command.ins(), Bytes.join(Bytes.of(command.at(0)), value), new byte[0]);
    }

    private int amount(Command command, Protection access) {
        byte[] p = card.opened(command, 1, access, 4);
        if (p.length != 5) {
            throw new Refusal(Refusal.LENGTH);
        }
        int amount = (int) Bytes.littleEndian(p, 1, 4);
        if (amount < 0) {
            throw new Refusal(Refusal.PARAMETER);
        }
        return amount;
    }

    private CardFile valueFile(Command command) {
        CardFile file = card.selected.file(command.at(0));
        if (file.kind != CardFile.Kind.VALUE) {
            throw new Refusal(Refusal.PARAMETER);
        }
        return file;
    }

    private Reply clear(Command command) {
        CardFile file = card.selected.file(command.at(0));
        card.access(file, CREDIT);
        card.managed(command, 1);
        if (!file.hasRecords()) {
            throw new Refusal(Refusal.PARAMETER);
        }
        file.clear();
        card.selected.note(command.ins(), command.header(1), new byte[0]);
        return Reply.managed();
    }

    private Reply commit(Command command) {
        byte[] option = card.managed(command, 0);
        if (!card.selected.pending()) {
            throw new Refusal(Refusal.NO_CHANGES);
        }
        var counter = card.selected.counter();
        boolean mustBeNamed =
                card.selected.files.values().stream()
                        .anyMatch(file -> file.counter != null && (file.rights >> 4 & 0xF) < FREE);
        if (counter != null && mustBeNamed && !counter.named()) {
            throw new Refusal(Refusal.PERMISSION);
        }
        boolean told = option.length > 0 && option[0] == 1;
        if (told && counter == null) {
            throw new Refusal(Refusal.PARAMETER);
        }
        card.selected.commit(card.memory.uid);
        return told && counter != null ? Reply.managed(counter.told()) : Reply.managed();
    }

    /// The reader names itself in the Transaction MAC.
    private Reply commitReader(Command command) {
        for (CardFile file : card.selected.files.values()) {
            if (file.counter == null) {
                continue;
            }
            card.access(file, CREDIT);
            byte[] reader = card.managed(command, READER);
            byte[] before = file.counter.name(Bytes.slice(reader, 0, READER), card.memory.uid);
            card.selected.note(command.ins(), Bytes.join(reader, before), new byte[0]);
            return Reply.managed(before);
        }
        throw new Refusal(Refusal.PERMISSION);
    }

    private Reply abort(Command command) {
        card.managed(command, 0);
        card.selected.abort();
        return Reply.managed();
    }
}
