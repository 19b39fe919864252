package app.lodge.core.media;

/// What is carried.
public enum MediumKind {
    CARD,
    FOB,
    CONTACT_KEY,
    APP
}
