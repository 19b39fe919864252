package app.lodge.core.products;

import java.util.Map;
import java.util.TreeMap;

/// Something that payment points sell.
///
/// @param number 1 to 999,999, as it is keyed in at a till
/// @param name 1 to 80 characters
/// @param names in other languages: `de` → name
/// @param category at most 40 characters; empty for none
/// @param taxCode a code of the site's tax table; empty for the payment point's own
/// @param active whether it is on sale at all
public record Product(
        int number,
        String name,
        Map<String, String> names,
        String category,
        String taxCode,
        boolean active) {

    public static final int HIGHEST = 999_999;

    public Product {
        names = Map.copyOf(new TreeMap<>(names));
    }

    /// @param language such as `de`
    public String name(String language) {
        return names.getOrDefault(language, name);
    }
}
