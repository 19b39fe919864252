package app.lodge.personalization.cards;

import app.lodge.core.encodingplans.Irreversible;
import app.lodge.core.encodingplans.PlannedFile;
import app.lodge.core.encodingplans.PlannedMedium.Application;
import app.lodge.core.encodingplans.PlannedMedium.Desfire;
import app.lodge.core.keys.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A planned application and its files as the card takes and tells them (MF3DHx3 §11.3 and §11.4).
final class DesfireLayout {

    private static final int AES = 0x80;
    private static final int RECORDS_SETTINGS = 10;
    private static final int VALUE_SETTINGS = 12;

    private DesfireLayout() {}

    /// GetKeySettings' answer of a finished application.
    static byte[] keySettings(Application application) {
        return Bytes.of(application.rules().settings(), application.keys().size() | AES);
    }

    /// Parameters of CreateApplication.
    static byte[] creation(Application application) {
        return Bytes.join(Aid.wire(application.aid()), keySettings(application));
    }

    static Instruction creating(PlannedFile file) {
        return switch (file) {
            case PlannedFile.Standard _ -> Instruction.CREATE_STANDARD_FILE;
            case PlannedFile.Backup _ -> Instruction.CREATE_BACKUP_FILE;
            case PlannedFile.Value _ -> Instruction.CREATE_VALUE_FILE;
            case PlannedFile.Records it ->
                    it.cyclic()
                            ? Instruction.CREATE_CYCLIC_RECORD_FILE
                            : Instruction.CREATE_LINEAR_RECORD_FILE;
            case PlannedFile.TransactionMac _ -> Instruction.CREATE_TRANSACTION_MAC_FILE;
        };
    }

    /// What the card is told for ever.
    static List<Irreversible> forEver(Desfire card) {
        var all = new ArrayList<Irreversible>();
        if (card.formatDisabled()) {
            all.add(Irreversible.FORMAT_DISABLED);
        }
        if (card.randomUid()) {
            all.add(Irreversible.RANDOM_UID);
        }
        return all;
    }

    /// The same as SetConfiguration's option 0 takes it (MF3DHx3 §11.3.9).
    static int bits(List<Irreversible> forEver) {
        return (forEver.contains(Irreversible.FORMAT_DISABLED) ? 1 : 0)
                | (forEver.contains(Irreversible.RANDOM_UID) ? 2 : 0);
    }

    static String words(List<Irreversible> forEver) {
        return forEver.stream().map(Irreversible::name).collect(Collectors.joining(" "));
    }

    /// Parameters of the creating command.
    static byte[] creation(PlannedFile file) {
        return Bytes.join(Bytes.of(file.number()), head(file), shape(file));
    }

    private static byte[] head(PlannedFile file) {
        return Bytes.join(
                Bytes.of(file.mode().code()), Bytes.littleEndian(file.rights().code(), 2));
    }

    private static byte[] shape(PlannedFile file) {
        return switch (file) {
            case PlannedFile.Standard it -> Bytes.littleEndian(it.size(), 3);
            case PlannedFile.Backup it -> Bytes.littleEndian(it.size(), 3);
            case PlannedFile.Records it ->
                    Bytes.join(Bytes.littleEndian(it.size(), 3), Bytes.littleEndian(it.most(), 3));
            case PlannedFile.Value it ->
                    Bytes.join(
                            Bytes.littleEndian(it.lower() & 0xFFFF_FFFFL, 4),
                            Bytes.littleEndian(it.upper() & 0xFFFF_FFFFL, 4),
                            Bytes.littleEndian(it.value() & 0xFFFF_FFFFL, 4),
                            Bytes.of(it.limitedCredit() ? 1 : 0));
            case PlannedFile.TransactionMac _ -> new byte[0];
        };
    }

    /// Whether GetFileSettings tells of this file. A value's limited credit and a count of records
    /// change with use.
    static boolean told(PlannedFile file, byte[] settings) {
        byte[] planned = Bytes.join(Bytes.of(type(file)), head(file), shape(file));
        int compared =
                switch (file) {
                    case PlannedFile.Standard _,
                            PlannedFile.Backup _,
                            PlannedFile.TransactionMac _ ->
                            planned.length;
                    case PlannedFile.Records _ -> RECORDS_SETTINGS;
                    case PlannedFile.Value _ -> VALUE_SETTINGS;
                };
        return settings.length >= compared
                && Arrays.equals(
                        Arrays.copyOf(planned, compared), Arrays.copyOf(settings, compared));
    }

    /// Records that a file holds, from its settings.
    static int records(byte[] settings) {
        return (int) Bytes.littleEndian(settings, RECORDS_SETTINGS, 3);
    }

    private static int type(PlannedFile file) {
        return switch (file) {
            case PlannedFile.Standard _ -> 0;
            case PlannedFile.Backup _ -> 1;
            case PlannedFile.Value _ -> 2;
            case PlannedFile.Records it -> it.cyclic() ? 4 : 3;
            case PlannedFile.TransactionMac _ -> 5;
        };
    }

    static CommMode mode(PlannedFile file) {
        return switch (file.mode()) {
            case PLAIN -> CommMode.PLAIN;
            case MAC -> CommMode.MAC;
            case FULL -> CommMode.FULL;
        };
    }
}
