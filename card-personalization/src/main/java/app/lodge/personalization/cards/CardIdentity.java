package app.lodge.personalization.cards;

import app.lodge.core.media.Uid;

/// What a card of this site says of itself, proven by its keys and check bytes.
///
/// @param chip family, `DESFire EV2`
/// @param keyVersion version of the site's card keys on it, 1 to 255
public record CardIdentity(
        Uid uid, String chip, CardNumber number, String siteId, int keyVersion) {}
