package app.lodge.core.privacy;

/// What is kept, by how long and on what ground. PERSON is what names somebody; the others hold
/// numbers that lead nowhere once the person is erased.
public enum DataClass {
    PERSON,
    POSTINGS,
    RECEIPTS,
    MEDIA,
    DEVICE_EVENTS,
    JOURNAL
}
