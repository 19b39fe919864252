package app.lodge.personalization.cards;

import app.lodge.core.media.Uid;

/// A card that has been written, and is good once verified.
///
/// @param chip family, `DESFire EV2`
/// @param keyVersion version of the site's card keys on it, 1 to 255
/// @param plan `lodge-id@1`
public record EncodedCard(Uid uid, String chip, int keyVersion, String plan) {}
