package app.lodge.core.stock;

import app.lodge.core.media.MediumKind;

/// A kind of blank that the site buys (CHAIN-47). Cards are ISO/IEC 7810 ID-1, "CR80".
///
/// @param id 0 before it is in the books
/// @param name at most 80 characters
/// @param chip such as `DESFire EV3`; at most 32 characters
/// @param thicknessMicrometres 100 to 5000; a card's usual one is 860
public record Blank(
        long id,
        String name,
        Carrier carrier,
        String chip,
        MediumKind kind,
        boolean printed,
        boolean magneticStripe,
        int thicknessMicrometres) {

    /// The frequency that its chip speaks on.
    public enum Carrier {
        LF,
        HF,
        UHF,
        NONE
    }

    public Blank {
        name = name.strip();
        chip = chip.strip();
    }
}
