package app.lodge.core.devices;

import java.time.Instant;

/// Something that happened at a device, as it reported it.
///
/// @param seq counts from 1 and never skips
/// @param kind lower-case words joined by `-`, 1 to 32 characters: `payment`, `opened`
/// @param at the device's time
/// @param credential upper-case hex; empty if no medium took part
/// @param content the whole event as canonical JSON, at most 8,000 characters: two events with the
///     same number are the same event if and only if this text is the same
public record FieldEvent(long seq, String kind, Instant at, String credential, String content) {

    public static final int LONGEST_CONTENT = 8_000;

    public FieldEvent {
        if (seq < 1) {
            throw new IllegalArgumentException("Event number %d is below 1".formatted(seq));
        }
        if (!kind.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException(
                    "Event kind '%s' must be 1 to 32 of a-z, 0-9 and -".formatted(kind));
        }
        if (content.length() > LONGEST_CONTENT) {
            throw new IllegalArgumentException(
                    "Event %d has %d characters, at most %d are kept"
                            .formatted(seq, content.length(), LONGEST_CONTENT));
        }
    }
}
