package app.lodge.core.media;

import app.lodge.core.books.Identifier;
import java.util.Optional;
import java.util.regex.Pattern;

/// The decimal number of a contact key (KEY-03). It fits 16 bits: the 65635 of old papers is a misprint.
public record KeyNumber(int value) implements Identifier {

    public static final int HIGHEST = 65_535;

    /// Spaces of any kind that people part digits with.
    private static final Pattern PARTING = Pattern.compile("[\\s\\u00A0\\u2009\\u202F'’.]");

    private static final Pattern DIGITS = Pattern.compile("0*([0-9]{1,5})");

    public KeyNumber {
        if (value < 1 || value > HIGHEST) {
            throw new IllegalArgumentException(
                    "Key number %d is not 1 to %d".formatted(value, HIGHEST));
        }
    }

    /// However it is written: `2524`, `02524` and `2 524` are one number (KEY-04).
    ///
    /// @return empty if it is no number of a key
    public static Optional<KeyNumber> of(String typed) {
        var digits = DIGITS.matcher(PARTING.matcher(typed.strip()).replaceAll(""));
        if (!digits.matches()) {
            return Optional.empty();
        }
        int value = Integer.parseInt(digits.group(1));
        return value < 1 || value > HIGHEST ? Optional.empty() : Optional.of(new KeyNumber(value));
    }

    /// Five digits.
    public String shown() {
        return "%05d".formatted(value);
    }
}
