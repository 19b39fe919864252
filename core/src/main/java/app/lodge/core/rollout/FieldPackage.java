package app.lodge.core.rollout;

import app.lodge.core.devices.DeviceKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One version of a program, an image or a message, as the library keeps it.
///
/// @param version the maker's own: `2.4.1`
/// @param language ISO 639-1; empty where it is all the same
/// @param client whose devices show it; empty for everybody's
/// @param showFrom and `showUntil`: the period in which it is shown; null for no end
/// @param size in bytes
/// @param sha256 upper-case hex
public record FieldPackage(
        long number,
        Kind kind,
        String name,
        String version,
        DeviceKind deviceKind,
        String language,
        String client,
        @Nullable Instant showFrom,
        @Nullable Instant showUntil,
        String mediaType,
        long size,
        String sha256,
        Instant addedAt) {

    public enum Kind {
        PROGRAM(32 << 20),
        /// PNG or JPEG.
        IMAGE(1 << 20),
        /// Plain text in UTF-8.
        MESSAGE(4 << 10);

        private final int heaviest;

        Kind(int heaviest) {
            this.heaviest = heaviest;
        }

        /// In bytes.
        public int heaviest() {
            return heaviest;
        }
    }

    /// `menu 2.4.1`.
    public String title() {
        return name + " " + version;
    }

    /// The text that the site signs: what it is and what it must be, one fact a line.
    public static String signedText(
            Kind kind, String name, String version, long size, String sha256) {
        return "lodge-package-1\n%s\n%s\n%s\n%d\n%s\n"
                .formatted(kind.name(), name, version, size, sha256);
    }

    String signedText() {
        return signedText(kind, name, version, size, sha256);
    }
}
