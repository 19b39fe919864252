package app.lodge.core.devices;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// By what a locker terminal knows its holders, as its configuration says it (LOCK-28).
public enum IdentifyBy {
    CARD,
    /// A card, and the PIN of whoever has the compartment.
    CARD_AND_PIN,
    /// A card, or the compartment's number with the PIN.
    CARD_OR_PIN,
    /// The compartment's number with the PIN, no card.
    PIN;

    public static final String SETTING = "identify.by";

    /// What events and asks say as `medium` where a number and a PIN were typed.
    public static final String TYPED = "pin";

    /// As devices write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> words() {
        return Arrays.stream(values()).map(IdentifyBy::word).toList();
    }

    /// One that was configured before there was this setting takes cards.
    public static IdentifyBy of(Map<String, String> config) {
        var word = config.getOrDefault(SETTING, CARD.word());
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(CARD);
    }

    public boolean takesCards() {
        return this != PIN;
    }

    /// Whether a number and a PIN open without a card.
    public boolean takesNumbers() {
        return this == CARD_OR_PIN || this == PIN;
    }

    /// Whether the cabinet needs its holders' PINs at all.
    public boolean asksPins() {
        return this != CARD;
    }
}
