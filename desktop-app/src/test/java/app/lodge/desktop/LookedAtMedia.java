package app.lodge.desktop;

import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardIdentity;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.cards.PlaceRead;
import app.lodge.personalization.originality.Origin;
import app.lodge.personalization.recognition.Contents;
import app.lodge.personalization.recognition.Inspector.Inspected;
import app.lodge.personalization.recognition.Inspector.Written;
import app.lodge.personalization.recognition.Recognised;
import app.lodge.personalization.recognition.Strength;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One medium of each family, as it may lie on the reader.
final class LookedAtMedia {

    /// Person 1's second card in {@link FakeMedia}, and person 2's, which is blocked.
    private static final Uid ANAS = Uid.of(new byte[] {4, 11, 2, 3, 4, 5, 6});

    private static final Uid BLOCKED = Uid.of(new byte[] {4, 21, 2, 3, 4, 5, 6});
    private static final byte[] NUMBER = "0000001-02".getBytes(StandardCharsets.US_ASCII);

    private LookedAtMedia() {}

    static Map<String, Inspected> all() {
        var all = new LinkedHashMap<String, Inspected>();
        all.put("desfire", desfire(Optional.of(ANAS)));
        all.put("hidden-number", desfire(Optional.empty()));
        all.put(
                "classic",
                own(chip(ANAS, "MIFARE Classic 1K", Strength.BROKEN, 752), "classic-door@1"));
        all.put(
                "copied-tag",
                chip(ANAS, "NTAG215", Strength.WEAK, 504)
                        .with(
                                new Written(
                                        "door-tag@1",
                                        List.of(),
                                        Optional.of(new DeviceFault.KeyRefused(0, 1)))));
        all.put("ultralight-c", chip(BLOCKED, "MIFARE Ultralight C", Strength.WEAK, 144));
        all.put(
                "ultralight",
                chip(new Uid("04F1F2F3F4F5F6"), "MIFARE Ultralight", Strength.NUMBER_ONLY, 48));
        all.put("plus", own(chip(ANAS, "MIFARE Plus EV1", Strength.STRONG, 752), "plus@1"));
        all.put(
                "unknown",
                new Inspected(
                        new Recognised(
                                Optional.empty(),
                                "3B8880018073C84013",
                                Strength.NUMBER_ONLY,
                                0,
                                new Contents.None()),
                        Optional.empty(),
                        Optional.empty(),
                        false));
        return all;
    }

    private static Inspected desfire(Optional<Uid> shown) {
        return new Inspected(
                new Recognised(
                        shown,
                        "MIFARE DESFire EV3",
                        Strength.STRONG,
                        8192,
                        new Contents.Lodge(1),
                        Origin.GENUINE),
                Optional.of(new CardIdentity(ANAS, "DESFire EV3", new CardNumber(1, 2), "site", 1)),
                Optional.empty(),
                false);
    }

    private static Inspected chip(Uid uid, String name, Strength strength, int capacity) {
        return new Inspected(
                new Recognised(Optional.of(uid), name, strength, capacity, new Contents.Hidden()),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static Inspected own(Inspected found, String plan) {
        return found.with(
                new Written(
                        plan,
                        List.of(
                                new PlaceRead("number", NUMBER, 0),
                                new PlaceRead("value", new byte[0], 250)),
                        Optional.empty()));
    }
}
