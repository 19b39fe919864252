package app.lodge.personalization.cards;

import app.lodge.core.keys.Bytes;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/// What a command to a card means, and how the card answered: for people who watch a dry run. Contents
/// are left out, because some commands carry keys.
///
/// @param key of the sentence, `apdu.select-application`
/// @param detail application, key, file or block that the command names; may be empty
/// @param sent bytes of the command
/// @param answered bytes of the answer, with its two status bytes
/// @param status both status bytes, `9000` or `9100` if done
public record ApduWords(String key, String detail, int sent, int answered, String status) {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int NATIVE = 0x90;
    private static final int READER = 0xFF;
    private static final int CONTINUE = 0xAF;
    private static final int DATA = 5;

    public static ApduWords of(byte[] command, byte[] answer) {
        int status = Math.max(0, answer.length - 2);
        var said = said(command);
        return new ApduWords(
                said.key(),
                said.detail(),
                command.length,
                answer.length,
                HEX.formatHex(Arrays.copyOfRange(answer, status, answer.length)));
    }

    private record Said(String key, String detail) {}

    private static Said said(byte[] command) {
        return switch (command.length < 4 ? 0 : command[0] & 0xFF) {
            case NATIVE -> ofCard(command);
            case READER -> ofReader(command);
            default -> new Said("apdu.other", head(command));
        };
    }

    private static Said ofCard(byte[] command) {
        int code = command[1] & 0xFF;
        if (code == CONTINUE) {
            return new Said("apdu.continue", "");
        }
        for (var instruction : Instruction.values()) {
            if (instruction.code() == code) {
                var name = instruction.name().toLowerCase(Locale.ROOT).replace('_', '-');
                return new Said("apdu." + name, detail(instruction, command));
            }
        }
        return new Said("apdu.other", head(command));
    }

    /// The first parameter, where it is a number that people know.
    private static String detail(Instruction instruction, byte[] command) {
        return switch (instruction) {
            case SELECT_APPLICATION, CREATE_APPLICATION, DELETE_APPLICATION -> aid(command);
            case CHANGE_KEY,
                    GET_KEY_VERSION,
                    AUTHENTICATE_ISO,
                    AUTHENTICATE_AES,
                    AUTHENTICATE_EV2_FIRST,
                    GET_FILE_SETTINGS,
                    CREATE_STANDARD_FILE,
                    CREATE_BACKUP_FILE,
                    CREATE_VALUE_FILE,
                    CREATE_LINEAR_RECORD_FILE,
                    CREATE_CYCLIC_RECORD_FILE,
                    CREATE_TRANSACTION_MAC_FILE,
                    READ_DATA,
                    WRITE_DATA,
                    READ_DATA_CHAINED,
                    WRITE_DATA_CHAINED,
                    GET_VALUE,
                    CREDIT,
                    DEBIT,
                    LIMITED_CREDIT,
                    WRITE_RECORD,
                    READ_RECORDS,
                    CLEAR_RECORDS ->
                    command.length > DATA ? Integer.toString(command[DATA] & 0x3F) : "";
            case GET_VERSION,
                    GET_APPLICATION_IDS,
                    GET_KEY_SETTINGS,
                    CHANGE_KEY_SETTINGS,
                    GET_FILE_IDS,
                    COMMIT_READER,
                    SET_CONFIGURATION,
                    GET_CARD_UID,
                    READ_SIGNATURE,
                    COMMIT_TRANSACTION,
                    ABORT_TRANSACTION ->
                    "";
        };
    }

    /// Least significant byte first on the wire.
    private static String aid(byte[] command) {
        return command.length < DATA + 3
                ? ""
                : "%06X".formatted(Bytes.littleEndian(command, DATA, 3));
    }

    private static Said ofReader(byte[] command) {
        int block = command[3] & 0xFF;
        return switch (command[1] & 0xFF) {
            case 0xCA -> new Said("apdu.uid", "");
            case 0x82 -> new Said("apdu.load-key", "");
            case 0x86 ->
                    new Said(
                            "apdu.open-sector",
                            command.length > DATA + 2
                                    ? Integer.toString(command[DATA + 2] & 0xFF)
                                    : "");
            case 0xB0 -> new Said("apdu.read", Integer.toString(block));
            case 0xD6 -> new Said("apdu.write", Integer.toString(block));
            default -> new Said("apdu.raw", "");
        };
    }

    /// Class and instruction say what it is; what follows may be a secret.
    private static String head(byte[] command) {
        return HEX.formatHex(Arrays.copyOf(command, Math.min(2, command.length)));
    }
}
