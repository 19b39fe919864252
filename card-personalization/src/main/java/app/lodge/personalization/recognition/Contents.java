package app.lodge.personalization.recognition;

import java.util.List;

/// What stands on a medium, as far as anyone may see.
public sealed interface Contents {

    /// As the factory ships it: ready to be encoded.
    record Blank() implements Contents {}

    /// Carries the application of a Lodge site; only the site's keys tell whether it is ours.
    ///
    /// @param keyVersion of the key that reads it, 1 to 255
    record Lodge(int keyVersion) implements Contents {}

    /// @param applications what the card lists of them, in hex as its kind writes them: AID of six
    ///     digits (DESFire), of four (MAD)
    record Others(List<String> applications) implements Contents {
        public Others {
            applications = List.copyOf(applications);
        }
    }

    /// Data without a directory.
    record Data() implements Contents {}

    /// Keys that we do not know guard it.
    record Hidden() implements Contents {}

    /// Nothing that could be written or read.
    record None() implements Contents {}
}
