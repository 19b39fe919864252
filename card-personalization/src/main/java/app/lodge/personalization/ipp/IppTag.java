package app.lodge.personalization.ipp;

/// Delimiters and kinds of value (RFC 8010 §3.5).
final class IppTag {

    static final int OPERATION = 0x01;
    static final int JOB = 0x02;
    static final int END = 0x03;
    static final int PRINTER = 0x04;

    /// Smaller ones begin groups.
    static final int FIRST_VALUE = 0x10;

    static final int INTEGER = 0x21;
    static final int BOOLEAN = 0x22;
    static final int ENUM = 0x23;
    static final int BEGIN_COLLECTION = 0x34;
    static final int END_COLLECTION = 0x37;
    static final int NAME = 0x42;
    static final int KEYWORD = 0x44;
    static final int URI = 0x45;
    static final int CHARSET = 0x47;
    static final int LANGUAGE = 0x48;
    static final int MEDIA_TYPE = 0x49;
    static final int MEMBER = 0x4A;

    /// From here to {@link #MEMBER} values are characters.
    static final int FIRST_TEXT = 0x40;

    private IppTag() {}
}
