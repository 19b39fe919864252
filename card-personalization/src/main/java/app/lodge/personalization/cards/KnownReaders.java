package app.lodge.personalization.cards;

import app.lodge.personalization.cards.ReaderProfile.Chips;
import app.lodge.personalization.cards.ReaderProfile.Light;
import app.lodge.personalization.cards.ReaderProfile.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The readers of this machine by what people call them, without the slots that take no cards of
/// people. Begin here to know what a reader can do.
public final class KnownReaders {

    /// What any PC/SC reader can do.
    private static final ReaderProfile ANY =
            new ReaderProfile("", "", "SAM", Values.NONE, Chips.TRANSPARENT, Light.NONE, false);

    private final List<ReaderProfile> profiles;

    public KnownReaders(List<ReaderProfile> profiles) {
        this.profiles = List.copyOf(profiles);
    }

    /// @param name as PC/SC gives it, which is how it is opened
    /// @param title what people call it; two of one make are numbered
    public record Known(String name, String title, ReaderProfile profile) {}

    /// The reader's make; one that we do not know does what the standard says.
    public ReaderProfile profile(String name) {
        return profiles.stream().filter(each -> each.fits(name)).findFirst().orElse(ANY);
    }

    /// @param names as PC/SC lists them
    public List<Known> among(List<String> names) {
        Map<String, Integer> seen = new HashMap<>();
        List<Known> known = new ArrayList<>();
        for (String name : names) {
            var profile = profile(name);
            if (profile.ignores(name)) {
                continue;
            }
            String make = profile.title().isEmpty() ? bare(name) : profile.title();
            int count = seen.merge(make, 1, Integer::sum);
            known.add(new Known(name, count == 1 ? make : make + " (" + count + ")", profile));
        }
        return List.copyOf(known);
    }

    /// Without the numbers of device and slot that pcsc-lite puts behind (` 00 00`).
    private static String bare(String name) {
        return name.replaceFirst(" [0-9A-F]{2} [0-9A-F]{2}$", "");
    }
}
