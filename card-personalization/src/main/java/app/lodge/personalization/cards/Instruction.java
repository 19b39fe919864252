package app.lodge.personalization.cards;

/// The DESFire commands that the encoder sends.
enum Instruction {
    GET_VERSION(0x60, "GetVersion"),
    SELECT_APPLICATION(0x5A, "SelectApplication"),
    GET_APPLICATION_IDS(0x6A, "GetApplicationIDs"),
    CREATE_APPLICATION(0xCA, "CreateApplication"),
    GET_KEY_SETTINGS(0x45, "GetKeySettings"),
    CHANGE_KEY_SETTINGS(0x54, "ChangeKeySettings"),
    GET_KEY_VERSION(0x64, "GetKeyVersion"),
    CHANGE_KEY(0xC4, "ChangeKey"),
    GET_FILE_IDS(0x6F, "GetFileIDs"),
    GET_FILE_SETTINGS(0xF5, "GetFileSettings"),
    CREATE_STANDARD_FILE(0xCD, "CreateStdDataFile"),
    READ_DATA(0xBD, "ReadData"),
    WRITE_DATA(0x3D, "WriteData"),
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
