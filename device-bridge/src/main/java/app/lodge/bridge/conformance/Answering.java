package app.lodge.bridge.conformance;

/// How the kit answers what the device asks.
enum Answering {
    YES,
    /// The same yes a second time, as a network may deliver it.
    YES_TWICE,
    NO,
    SILENCE
}
