package app.lodge.personalization.encoding;

import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.Irreversible;
import app.lodge.core.encodingplans.PageChip;
import app.lodge.core.encodingplans.PlannedField;
import app.lodge.core.encodingplans.PlannedField.Content;
import app.lodge.core.encodingplans.PlannedField.Form;
import app.lodge.core.encodingplans.PlannedField.Padding;
import app.lodge.core.encodingplans.PlannedFile;
import app.lodge.core.encodingplans.PlannedFile.Mode;
import app.lodge.core.encodingplans.PlannedFile.Rights;
import app.lodge.core.encodingplans.PlannedKey;
import app.lodge.core.encodingplans.PlannedKey.KeyPurpose;
import app.lodge.core.encodingplans.PlannedMedium;
import app.lodge.core.encodingplans.PlannedMedium.Application;
import app.lodge.core.encodingplans.PlannedMedium.Area;
import app.lodge.core.encodingplans.PlannedMedium.Block;
import app.lodge.core.encodingplans.PlannedMedium.BlockAccess;
import app.lodge.core.encodingplans.PlannedMedium.Classic;
import app.lodge.core.encodingplans.PlannedMedium.Counter;
import app.lodge.core.encodingplans.PlannedMedium.Desfire;
import app.lodge.core.encodingplans.PlannedMedium.Pages;
import app.lodge.core.encodingplans.PlannedMedium.Sector;
import app.lodge.core.encodingplans.PlannedMedium.SectorKey;
import app.lodge.core.encodingplans.PlannedMedium.TrailerAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Plans that nobody thought of, from a seed; not all of them are sound.
final class RandomPlans {

    private final Random random;
    private final List<String> places = new ArrayList<>();

    RandomPlans(long seed) {
        this.random = new Random(seed);
    }

    EncodingPlan next() {
        places.clear();
        PlannedMedium medium =
                switch (random.nextInt(3)) {
                    case 0 -> classic();
                    case 1 -> pages();
                    default -> desfire();
                };
        return new EncodingPlan(
                "random",
                1 + random.nextInt(9),
                "",
                medium,
                List.copyOf(places),
                irreversible(medium));
    }

    private String place() {
        var name = "place " + places.size();
        places.add(name);
        return name;
    }

    private PlannedMedium desfire() {
        var applications = new ArrayList<Application>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            applications.add(application(i));
        }
        return new Desfire(
                List.of("DESFire EV2"), 8192, SamplePlans.RULES, false, false, applications);
    }

    private Application application(int number) {
        var keys = new ArrayList<PlannedKey>();
        keys.add(new PlannedKey(0, KeyPurpose.MASTER, random.nextInt(3)));
        int more = random.nextInt(5);
        for (int i = 1; i <= more; i++) {
            keys.add(new PlannedKey(i, KeyPurpose.OTHER, random.nextInt(3)));
        }
        var files = new ArrayList<PlannedFile>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            files.add(file(i * 3, keys.size()));
        }
        return new Application(
                "F%05X".formatted(random.nextInt(0x10000) * 8 + number),
                SamplePlans.RULES,
                keys,
                files);
    }

    private PlannedFile file(int number, int keys) {
        var mode = Mode.values()[random.nextInt(3)];
        var rights = new Rights(right(keys, true), right(keys, false), right(keys, false), 0);
        int size = 1 + random.nextInt(120);
        return switch (random.nextInt(4)) {
            case 0 ->
                    new PlannedFile.Value(
                            number, place(), mode, rights, -10, 1000, random.nextInt(1000), true);
            case 1 ->
                    new PlannedFile.Records(
                            number,
                            place(),
                            mode,
                            rights,
                            random.nextBoolean(),
                            size,
                            2 + random.nextInt(6),
                            fields(size));
            case 2 -> new PlannedFile.Backup(number, place(), mode, rights, size, fields(size));
            default -> new PlannedFile.Standard(number, place(), mode, rights, size, fields(size));
        };
    }

    private int right(int keys, boolean reading) {
        int right = random.nextInt(keys + 2);
        return right < keys ? right : reading && right == keys ? Rights.FREE : Rights.NEVER;
    }

    private PlannedMedium classic() {
        boolean large = random.nextBoolean();
        var sectors = new ArrayList<Sector>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            int number = 1 + i * 4 + random.nextInt(large ? 25 : 2);
            if (sectors.stream().noneMatch(one -> one.number() == number)) {
                sectors.add(sector(number));
            }
        }
        return new Classic(large ? 4096 : 1024, random.nextBoolean(), sectors);
    }

    private Sector sector(int number) {
        var blocks = new ArrayList<Block>();
        for (int block = 0; block < (number < 32 ? 3 : 15); block += 1 + random.nextInt(6)) {
            var access =
                    random.nextBoolean() ? BlockAccess.READ_A_WRITE_B : BlockAccess.READ_B_WRITE_B;
            boolean value = random.nextInt(5) == 0;
            blocks.add(
                    new Block(
                            block,
                            place(),
                            value ? BlockAccess.VALUE_A_LOWERS_B_RAISES : access,
                            value ? Optional.of(random.nextInt()) : Optional.empty(),
                            value ? List.of() : fields(16)));
        }
        return new Sector(
                number,
                "%04X".formatted(1 + random.nextInt(0xFFFE)),
                SectorKey.SITE_READ,
                SectorKey.SITE_WRITE,
                TrailerAccess.KEY_B_CHANGES,
                blocks);
    }

    private PlannedMedium pages() {
        var chip = PageChip.values()[random.nextInt(PageChip.values().length)];
        var areas = new ArrayList<Area>();
        int page = PageChip.FIRST;
        while (page <= chip.last() && areas.size() < 4) {
            int pages = 1 + random.nextInt(Math.min(12, chip.last() - page + 1));
            areas.add(new Area(place(), page, pages, fields(pages * 4)));
            page += pages + random.nextInt(3);
        }
        int from = PageChip.FIRST + random.nextInt(chip.last() - PageChip.FIRST);
        var password = new PlannedMedium.Password(from, random.nextBoolean());
        boolean guarded = chip.guards() && random.nextBoolean();
        var counters = new ArrayList<Counter>();
        for (int number = chip.firstCounter(); number <= PageChip.LAST_COUNTER; number++) {
            if (random.nextBoolean()) {
                int least = chip.countsReads() ? 0 : random.nextInt(3) * 1000;
                counters.add(new Counter(number, least, chip.countsReads() && guarded));
            }
        }
        return new Pages(
                chip,
                areas,
                List.of(),
                "",
                guarded ? Optional.of(password) : Optional.empty(),
                counters);
    }

    private static List<Irreversible> irreversible(PlannedMedium medium) {
        boolean raised =
                medium instanceof Pages pages
                        && pages.counters().stream().anyMatch(one -> one.least() > 0);
        return raised ? List.of(Irreversible.COUNTER_RAISED) : List.of();
    }

    private List<PlannedField> fields(int length) {
        var fields = new ArrayList<PlannedField>();
        int at = 0;
        while (at < length) {
            int rest = length - at;
            int wide = 1 + random.nextInt(rest);
            fields.add(field("field " + at, at, wide));
            at += wide + random.nextInt(4);
        }
        return fields;
    }

    private PlannedField field(String name, int at, int length) {
        var behind = Padding.values()[random.nextInt(3)];
        if (length == 8 && at > 0) {
            return new PlannedField(
                    name, at, 8, new Content.CheckBytes(), Form.BYTES, Padding.ZEROS_BEHIND);
        }
        if (length >= 10 && random.nextBoolean()) {
            return new PlannedField(name, at, length, new Content.CardNumber(), Form.TEXT, behind);
        }
        if (length >= 4 && random.nextBoolean()) {
            var form = Form.values()[random.nextInt(3)];
            Content content =
                    random.nextBoolean() ? new Content.PersonNumber() : new Content.ValidUntil();
            return new PlannedField(name, at, length, content, form, behind);
        }
        byte[] bytes = new byte[1 + random.nextInt(length)];
        random.nextBytes(bytes);
        var hex = java.util.HexFormat.of().withUpperCase().formatHex(bytes);
        return new PlannedField(name, at, length, new Content.Constant(hex), Form.BYTES, behind);
    }
}
