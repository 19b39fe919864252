package app.lodge.personalization.cards;

/// The DESFire commands that the encoder sends.
enum Instruction {
    GET_VERSION(0x60, "GetVersion"),
    SELECT_APPLICATION(0x5A, "SelectApplication"),
    GET_APPLICATION_IDS(0x6A, "GetApplicationIDs"),
    CREATE_APPLICATION(0xCA, "CreateApplication"),
    DELETE_APPLICATION(0xDA, "DeleteApplication"),
    GET_KEY_SETTINGS(0x45, "GetKeySettings"),
    CHANGE_KEY_SETTINGS(0x54, "ChangeKeySettings"),
    GET_KEY_VERSION(0x64, "GetKeyVersion"),
    CHANGE_KEY(0xC4, "ChangeKey"),
    GET_FILE_IDS(0x6F, "GetFileIDs"),
    GET_FILE_SETTINGS(0xF5, "GetFileSettings"),
    CREATE_STANDARD_FILE(0xCD, "CreateStdDataFile"),
    READ_DATA(0xBD, "ReadData"),
    WRITE_DATA(0x3D, "WriteData"),
    CREATE_BACKUP_FILE(0xCB, "CreateBackupDataFile"),
    CREATE_VALUE_FILE(0xCC, "CreateValueFile"),
    CREATE_LINEAR_RECORD_FILE(0xC1, "CreateLinearRecordFile"),
    CREATE_CYCLIC_RECORD_FILE(0xC0, "CreateCyclicRecordFile"),
    /// ReadData and WriteData for large files (EV2).
    READ_DATA_CHAINED(0xAD, "ReadDataISO"),
    WRITE_DATA_CHAINED(0x8D, "WriteDataISO"),
    GET_VALUE(0x6C, "GetValue"),
    CREDIT(0x0C, "Credit"),
    DEBIT(0xDC, "Debit"),
    LIMITED_CREDIT(0x1C, "LimitedCredit"),
    WRITE_RECORD(0x3B, "WriteRecord"),
    READ_RECORDS(0xBB, "ReadRecords"),
    CLEAR_RECORDS(0xEB, "ClearRecordFile"),
    CREATE_TRANSACTION_MAC_FILE(0xCE, "CreateTransactionMACFile"),
    COMMIT_READER(0xC8, "CommitReaderID"),
    SET_CONFIGURATION(0x5C, "SetConfiguration"),
    GET_CARD_UID(0x51, "GetCardUID"),
    READ_SIGNATURE(0x3C, "Read_Sig"),
    COMMIT_TRANSACTION(0xC7, "CommitTransaction"),
    ABORT_TRANSACTION(0xA7, "AbortTransaction"),
    AUTHENTICATE_ISO(0x1A, "AuthenticateISO"),
    AUTHENTICATE_AES(0xAA, "AuthenticateAES"),
    AUTHENTICATE_EV2_FIRST(0x71, "AuthenticateEV2First");

    private final int code;
    private final String title;

    Instruction(int code, String title) {
        this.code = code;
        this.title = title;
    }

    int code() {
        return code;
    }

    /// As data sheets name it.
    String title() {
        return title;
    }
}
