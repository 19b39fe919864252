package app.lodge.personalization.encoding;

import static app.lodge.personalization.cards.CardDesk.CLERK;
import static app.lodge.personalization.cards.CardDesk.SOON;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.PlannedMedium;
import app.lodge.core.keys.VaultException;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardDesk;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.cards.PlaceRead;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.classic.ClassicSize;
import app.lodge.personalization.ultralight.UltralightType;
import app.lodge.personalization.virtual.VirtualCard;
import app.lodge.personalization.virtual.VirtualDesfire;
import app.lodge.personalization.virtual.VirtualPlus;
import app.lodge.personalization.virtual.VirtualStorageCard;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// A site, a reader, and blanks for any plan.
final class PlanDesk {

    static final Optional<CardFacts> HANNAH =
            Optional.of(
                    new CardFacts(
                            new CardNumber(1234, 2), Optional.of(LocalDate.of(2027, 12, 31))));

    static final Uid SEVEN = new Uid("04A1B2C3D4E5F6");
    static final Uid FOUR = new Uid("A1B2C3D4");

    final CardDesk desk;
    final TearingReader reader = new TearingReader();

    PlanDesk(Path folder) throws VaultException {
        desk = new CardDesk(folder, "rathaus");
    }

    MediumEncoder encoder(EncodingPlan plan) {
        return MediumEncoder.of(desk.keys, plan);
    }

    static Uid uid(EncodingPlan plan) {
        return plan.medium() instanceof PlannedMedium.Classic ? FOUR : SEVEN;
    }

    /// Lays a blank for the plan on the reader.
    VirtualCard layBlank(EncodingPlan plan) {
        VirtualCard card =
                switch (plan.medium()) {
                    case PlannedMedium.Desfire _ ->
                            VirtualDesfire.blank(
                                    VirtualDesfire.Generation.EV2, SEVEN, new Random(7));
                    case PlannedMedium.Classic it ->
                            VirtualStorageCard.classic(
                                    it.size() == 4096 ? ClassicSize.FOUR_K : ClassicSize.ONE_K,
                                    FOUR);
                    case PlannedMedium.Plus it ->
                            VirtualPlus.blank(ClassicSize.plus(it.size()), SEVEN, new Random(7));
                    case PlannedMedium.Pages it ->
                            VirtualStorageCard.ultralight(
                                    UltralightType.valueOf(it.chip().name()), SEVEN);
                    case PlannedMedium.ContactKey it ->
                            throw new IllegalArgumentException(it.family());
                };
        reader.inner.insert(card);
        return card;
    }

    void encode(EncodingPlan plan, Optional<CardFacts> facts, Step.Log log) throws DeviceException {
        encoder(plan).encode(CLERK, reader, SOON, uid(plan), facts, log);
    }

    void encode(EncodingPlan plan) throws DeviceException {
        encode(plan, HANNAH, Step.Log.none());
    }

    List<PlaceRead> verify(EncodingPlan plan) throws DeviceException {
        return verify(plan, HANNAH);
    }

    List<PlaceRead> verify(EncodingPlan plan, Optional<CardFacts> facts) throws DeviceException {
        return encoder(plan).verify(CLERK, reader, SOON, uid(plan), facts);
    }
}
