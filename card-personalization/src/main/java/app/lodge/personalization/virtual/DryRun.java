package app.lodge.personalization.virtual;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.FieldBytes;
import app.lodge.core.encodingplans.PlannedField;
import app.lodge.core.encodingplans.PlannedMedium;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.ApduWords;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.PlaceRead;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.classic.ClassicSize;
import app.lodge.personalization.encoding.ButtonMedia;
import app.lodge.personalization.encoding.CountedReader;
import app.lodge.personalization.encoding.FewestApdus;
import app.lodge.personalization.encoding.MediumEncoder;
import app.lodge.personalization.encoding.SiteSeal;
import app.lodge.personalization.encoding.Traffic;
import app.lodge.personalization.ibutton.ButtonFamily;
import app.lodge.personalization.ibutton.KeyFile;
import app.lodge.personalization.ibutton.KeyRecord;
import app.lodge.personalization.onewire.OneWireBus;
import app.lodge.personalization.ultralight.UltralightType;
import app.lodge.personalization.virtual.onewire.VirtualBus;
import app.lodge.personalization.virtual.onewire.VirtualKeyLine;
import app.lodge.personalization.virtual.onewire.VirtualKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A plan tried out on a virtual blank: every step, what stands on it in the end, and what it says in
/// words. The very interpreter that writes real media runs here.
public final class DryRun {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final CardKeys keys;

    public DryRun(CardKeys keys) {
        this.keys = keys;
    }

    /// A place as it was read back.
    ///
    /// @param hex its bytes; empty for a value
    /// @param value of a value
    /// @param words what each field says
    public record Place(String name, String hex, int value, Map<String, String> words) {}

    /// @param commands each one that went to the card while it was encoded
    /// @param fewest what the plan takes at the least
    public record Shown(
            String chip,
            List<Step> steps,
            List<ApduWords> commands,
            List<Place> places,
            Traffic used,
            Traffic fewest) {}

    /// @throws DeviceException if the plan cannot be written as it is
    /// @throws IllegalArgumentException if it was not checked, or is for contact keys and names no files
    public Shown run(Actor actor, EncodingPlan plan, CardFacts facts) throws DeviceException {
        var files = ButtonMedia.of(keys, plan);
        if (files.isPresent()) {
            return key(actor, files.get(), facts);
        }
        var reader = new InProcessReader("dry run");
        reader.insert(blank(plan, new Random(1)));
        var encoder = MediumEncoder.of(keys, plan);
        var commands = new ArrayList<ApduWords>();
        var counted =
                new CountedReader(
                        reader, (command, answer) -> commands.add(ApduWords.of(command, answer)));
        var chip = encoder.identify(actor, reader, AT_ONCE);
        var steps = new ArrayList<Step>();
        var known = Optional.of(facts);
        encoder.encode(actor, counted, AT_ONCE, chip.uid(), known, steps::add);
        var fields = fields(plan);
        var places =
                encoder.verify(actor, reader, AT_ONCE, chip.uid(), known).stream()
                        .map(read -> place(read, fields.getOrDefault(read.name(), List.of())))
                        .toList();
        return new Shown(
                chip.family(),
                List.copyOf(steps),
                List.copyOf(commands),
                places,
                counted.traffic(),
                FewestApdus.of(plan));
    }

    /// On a virtual key that Lodge's own file stands on.
    private Shown key(Actor actor, ButtonMedia media, CardFacts facts) throws DeviceException {
        var family = ButtonFamily.valueOf(media.family());
        var button = VirtualKeys.blank(family, 1);
        var wire = new VirtualBus().lay(button);
        try (var bus = OneWireBus.on(new VirtualKeyLine("dry run", wire))) {
            var memory = family.memory(bus, button.rom()).orElseThrow();
            new KeyFile(memory, button.rom(), new SiteSeal(keys, actor))
                    .write(new KeyRecord(1, 0, 0, 0, 0));
            var steps = new ArrayList<Step>();
            var rom = button.rom().uid();
            media.encode(actor, memory, rom, facts, steps::add);
            var fields = fields(media.plan());
            var places =
                    media.verify(actor, memory, rom, facts).stream()
                            .map(read -> place(read, fields.getOrDefault(read.name(), List.of())))
                            .toList();
            return new Shown(
                    media.family(),
                    List.copyOf(steps),
                    List.of(),
                    places,
                    Traffic.NONE,
                    Traffic.NONE);
        }
    }

    private static Place place(PlaceRead read, List<PlannedField> fields) {
        var words = new java.util.LinkedHashMap<String, String>();
        fields.forEach(field -> words.put(field.name(), FieldBytes.words(field, read.bytes())));
        return new Place(
                read.name(),
                HexFormat.of().withUpperCase().formatHex(read.bytes()),
                read.value(),
                words);
    }

    /// A blank as the factory ships it, for any plan but a contact key's.
    public static VirtualCard blank(EncodingPlan plan, Random random) {
        byte[] seven = new byte[7];
        random.nextBytes(seven);
        seven[0] = 0x04;
        byte[] four = new byte[4];
        random.nextBytes(four);
        return switch (plan.medium()) {
            case PlannedMedium.Desfire it ->
                    VirtualDesfire.blank(
                            it.chips().contains("DESFire EV3")
                                    ? VirtualDesfire.Generation.EV3
                                    : VirtualDesfire.Generation.EV2,
                            Uid.of(seven),
                            random);
            case PlannedMedium.Classic it ->
                    VirtualStorageCard.classic(
                            it.size() == 4096 ? ClassicSize.FOUR_K : ClassicSize.ONE_K,
                            Uid.of(four));
            case PlannedMedium.Plus it ->
                    VirtualPlus.blank(ClassicSize.plus(it.size()), Uid.of(seven), random);
            case PlannedMedium.Pages it ->
                    VirtualStorageCard.ultralight(
                            UltralightType.valueOf(it.chip().name()), Uid.of(seven));
            case PlannedMedium.ContactKey it ->
                    throw new IllegalArgumentException(
                            plan.reference() + " is for contact keys " + it.family());
        };
    }

    private static Map<String, List<PlannedField>> fields(EncodingPlan plan) {
        var fields = new HashMap<String, List<PlannedField>>();
        switch (plan.medium()) {
            case PlannedMedium.Desfire it ->
                    it.applications()
                            .forEach(app ->
                                    app.files()
                                            .forEach(file ->
                                                    fields.put(file.name(), file.written())));
            case PlannedMedium.Classic it ->
                    it.sectors()
                            .forEach(sector ->
                                    sector.blocks()
                                            .forEach(block ->
                                                    fields.put(block.name(), block.fields())));
            case PlannedMedium.Plus it ->
                    it.sectors()
                            .forEach(sector ->
                                    sector.blocks()
                                            .forEach(block ->
                                                    fields.put(block.name(), block.fields())));
            case PlannedMedium.Pages it ->
                    it.areas().forEach(area -> fields.put(area.name(), area.fields()));
            case PlannedMedium.ContactKey it ->
                    it.files().forEach(file -> fields.put(file.name(), file.fields()));
        }
        return fields;
    }
}
