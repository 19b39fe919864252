package app.lodge.core.encodingplans;

import app.lodge.core.doors.Json;
import app.lodge.core.media.MediumKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// The plans that come with the program, as files beside this class.
public final class ShippedPlans {

    private static final List<String> FILES =
            List.of(
                    "lodge-id@1",
                    "lodge-id-purse@1",
                    "classic-id@1",
                    "classic-id-purse@1",
                    "plus-id@1",
                    "page-number@1",
                    "ntag-number@1",
                    "contact-key-number@1");

    private ShippedPlans() {}

    public static List<EncodingPlan> all() {
        return FILES.stream().map(ShippedPlans::read).toList();
    }

    public static Optional<EncodingPlan> find(String name, int version) {
        return FILES.contains(name + "@" + version)
                ? Optional.of(read(name + "@" + version))
                : Optional.empty();
    }

    /// The site's ID on DESFire cards.
    public static EncodingPlan lodgeId() {
        return read("lodge-id@1");
    }

    /// The ID and a purse beside it.
    public static EncodingPlan withPurse() {
        return read("lodge-id-purse@1");
    }

    /// What new media of a kind get as long as nobody has named another plan.
    public static EncodingPlan usual(MediumKind kind) {
        return switch (kind) {
            case CARD, FOB, APP -> lodgeId();
            case CONTACT_KEY -> read("contact-key-number@1");
        };
    }

    private static EncodingPlan read(String reference) {
        var file = "shipped/" + reference + ".json";
        try (InputStream in = ShippedPlans.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks " + file);
            }
            return Json.read(in.readAllBytes(), EncodingPlan.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
