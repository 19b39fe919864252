package app.lodge.bridge.virtual;

import app.lodge.core.doors.Json;

/// The cassette of a virtual safe: what lies in it, and whether the way there is free, as its own store says.
final class Cassette {

    static final String JAM = "NOTE_JAM";

    private final FieldEnd end;
    private final CashBox box;

    Cassette(FieldEnd end) {
        this.end = end;
        this.box = new CashBox(end);
    }

    CashBox box() {
        return box;
    }

    int pieces() {
        return CashBox.number(box.content());
    }

    long value() {
        return CashBox.sum(box.content());
    }

    int capacity() {
        return (int) end.held().number("cassette.pieces", 4_000);
    }

    /// Whether so many pieces more, and so much more, still go in.
    boolean takes(int pieces, long value) {
        return pieces() + pieces <= capacity()
                && value() + value <= end.held().number("cassette.value", 20_000_000);
    }

    /// How full it is by pieces or by value, whichever is more, of 100.
    int percent() {
        var byPieces = 100L * pieces() / capacity();
        var byValue = 100 * value() / end.held().number("cassette.value", 20_000_000);
        return (int) Math.max(byPieces, byValue);
    }

    static boolean jammed(FieldEnd end) {
        return raised(end, JAM);
    }

    /// Whether the last alarm of this code began, and did not end.
    static boolean raised(FieldEnd end, String code) {
        var raised = false;
        for (var line : end.history()) {
            var event = Json.tree(line);
            if (event.path("kind").asText().equals("alarm")
                    && event.path("code").asText().equals(code)) {
                raised = event.path("raised").asBoolean();
            }
        }
        return raised;
    }
}
