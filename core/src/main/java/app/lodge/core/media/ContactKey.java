package app.lodge.core.media;

/// A contact key in somebody's hand: the medium, and the number that is engraved or said on the phone.
public record ContactKey(Medium medium, KeyNumber number) {}
