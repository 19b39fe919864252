package app.lodge.personalization.virtual;

import app.lodge.core.keys.Bytes;
import app.lodge.personalization.virtual.CardContext.Command;
import app.lodge.personalization.virtual.CardContext.Reply;
import java.util.Arrays;

/// Applications, files and their settings: listed, made, changed, deleted.
final class SettingsCommands {

    private static final int MOST_APPLICATIONS = 28;
    private static final int MOST_KEYS = 14;
    private static final int CAPACITY = FileCreation.CAPACITY;
    private static final int ISO_ID = FileCreation.ISO_ID;

    private final CardContext card;

    SettingsCommands(CardContext card) {
        this.card = card;
    }

    Reply run(Command command) {
        return switch (command.ins()) {
            case 0x6A -> applicationIds(command);
            case 0x6F -> fileIds(command);
            case 0x61 -> isoFileIds(command);
            case 0x6D -> names(command);
            case 0xF5 -> fileSettings(command);
            case 0x45 -> keySettings(command);
            case 0x54 -> changeKeySettings(command);
            case 0x6E -> freeMemory(command);
            case 0x51 -> cardUid(command);
            case 0xFC -> format(command);
            case 0x5C -> configure(command);
            case 0xCA -> createApplication(command);
            case 0xDA -> deleteApplication(command);
            case 0xCD, 0xCB, 0xCC, 0xC1, 0xC0, 0xCE -> {
                requireFiles();
                yield new FileCreation(card).run(command);
            }
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

    private Reply isoFileIds(Command command) {
        requireListing();
        card.managed(command, 0);
        return Reply.managed(
                Bytes.join(
                        card.selected.files.values().stream()
                                .filter(file -> file.isoId != CardFile.NO_ISO_ID)
                                .map(file -> Bytes.littleEndian(file.isoId, ISO_ID))
                                .toArray(byte[][]::new)));
    }

    /// AID, file id and DF name of each application that has them; {@link NativeTalk} gives each a
    /// frame of its own.
    private Reply names(Command command) {
        requireCard();
        requireListing();
        card.managed(command, 0);
        return Reply.managed(Bytes.join(card.memory.names().toArray(byte[][]::new)));
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

    /// Option 0 only (MF3DHx3 §11.3.9): bit 0 forbids formatting, bit 1 hides the number, both for ever.
    private Reply configure(Command command) {
        requireCard();
        card.requireMaster();
        byte[] p = card.opened(command, 1, Protection.FULL, 1);
        if (p.length != 2 || p[0] != 0 || (p[1] & ~3) != 0) {
            throw new Refusal(Refusal.PARAMETER);
        }
        card.memory.formatDisabled |= (p[1] & 1) != 0;
        card.memory.randomUid |= (p[1] & 2) != 0;
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
        if (aid == 0 || (p[4] & 0x0F) > MOST_KEYS) {
            throw new Refusal(Refusal.PARAMETER);
        }
        byte[] names = Arrays.copyOfRange(p, 5, p.length);
        boolean there = card.memory.applications.values().stream().anyMatch(it -> it.named(names));
        if (there || card.memory.applications.containsKey(aid)) {
            throw new Refusal(Refusal.DUPLICATE);
        }
        if (card.memory.applications.size() >= MOST_APPLICATIONS) {
            throw new Refusal(Refusal.COUNT);
        }
        card.memory.applications.put(
                aid, CardApplication.made(aid, p[3] & 0xFF, p[4] & 0xFF, names));
        return Reply.managed();
    }

    /// By the card's master key, or from inside by the application's own if the card is so set.
    private Reply deleteApplication(Command command) {
        int aid = (int) Bytes.littleEndian(command.header(3), 0, 3);
        boolean inside = !card.onCard() && card.selected.aid == aid;
        if (!inside) {
            requireCard();
        }
        card.requireMaster();
        if (inside && !card.memory.card.freeCreation()) {
            throw new Refusal(Refusal.AUTHENTICATION);
        }
        card.managed(command, 3);
        if (card.memory.applications.remove(aid) == null) {
            throw new Refusal(Refusal.NO_APPLICATION);
        }
        if (inside) {
            card.select(card.memory.card);
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
        file.rights = FileCreation.rights(p);
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
