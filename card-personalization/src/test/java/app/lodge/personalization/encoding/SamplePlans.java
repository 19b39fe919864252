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
import app.lodge.core.encodingplans.PlannedMedium.KeyRules;
import app.lodge.core.encodingplans.PlannedMedium.Pages;
import app.lodge.core.encodingplans.PlannedMedium.Sector;
import app.lodge.core.encodingplans.PlannedMedium.SectorKey;
import app.lodge.core.encodingplans.PlannedMedium.TrailerAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Plans with what the shipped ones lack: every kind of file, every mode, values on Classic, both
/// directories, an address on an NTAG, locks and one-time bits.
public final class SamplePlans {

    static final KeyRules RULES = new KeyRules(true, true, false, true);

    private SamplePlans() {}

    public static List<EncodingPlan> all() {
        return List.of(
                everyFile(),
                hidden(),
                classic4k(),
                ntag(),
                locked(),
                plus(),
                guarded(PageChip.NTAG215, 4, true),
                guarded(PageChip.ULTRALIGHT_EV1_11, 6, false),
                guarded(PageChip.ULTRALIGHT_C, 4, true),
                counted(
                        PageChip.ULTRALIGHT_EV1_21,
                        new Counter(0, 0, false),
                        new Counter(1, 500, false)),
                counted(PageChip.NTAG213, new Counter(2, 0, true)));
    }

    static PlannedField number(int offset) {
        return new PlannedField(
                "number", offset, 10, new Content.CardNumber(), Form.TEXT, Padding.ZEROS_BEHIND);
    }

    private static EncodingPlan everyFile() {
        var rights = new Rights(1, 2, 3, 0);
        var keys =
                List.of(
                        new PlannedKey(0, KeyPurpose.MASTER, 0),
                        new PlannedKey(1, KeyPurpose.READ, 0),
                        new PlannedKey(2, KeyPurpose.WRITE, 0),
                        new PlannedKey(3, KeyPurpose.CREDIT, 0));
        var fields = List.of(number(0));
        return new EncodingPlan(
                "every-file",
                1,
                "",
                new Desfire(
                        List.of("DESFire EV2"),
                        8192,
                        RULES,
                        true,
                        false,
                        List.of(
                                new Application(
                                        "F51BC0",
                                        RULES,
                                        keys,
                                        List.of(
                                                new PlannedFile.Standard(
                                                        0, "plain", Mode.PLAIN, rights, 80, fields),
                                                new PlannedFile.Backup(
                                                        1, "backup", Mode.MAC, rights, 60, fields),
                                                new PlannedFile.Records(
                                                        2, "log", Mode.FULL, rights, true, 16, 5,
                                                        fields),
                                                new PlannedFile.Records(
                                                        3, "list", Mode.MAC, rights, false, 12, 3,
                                                        fields),
                                                new PlannedFile.Value(
                                                        4, "value", Mode.FULL, rights, -5, 500, 20,
                                                        false))),
                                new Application(
                                        "F51BC1",
                                        RULES,
                                        keys,
                                        List.of(
                                                new PlannedFile.Standard(
                                                        0,
                                                        "open",
                                                        Mode.PLAIN,
                                                        new Rights(Rights.FREE, 0, 15, 0),
                                                        16,
                                                        fields))))),
                List.of("plain", "backup", "log", "list", "value", "open"),
                List.of(Irreversible.FORMAT_DISABLED));
    }

    /// Shows strangers another number each time, and vouches for what is done on it.
    static EncodingPlan hidden() {
        var keys =
                List.of(
                        new PlannedKey(0, KeyPurpose.MASTER, 0),
                        new PlannedKey(1, KeyPurpose.READ, 0));
        var nobody = Rights.NEVER;
        return new EncodingPlan(
                "hidden",
                1,
                "",
                new Desfire(
                        List.of("DESFire EV2"),
                        8192,
                        RULES,
                        false,
                        true,
                        List.of(
                                new Application(
                                        "F51BC0",
                                        RULES,
                                        keys,
                                        List.of(
                                                new PlannedFile.Backup(
                                                        1,
                                                        "number",
                                                        Mode.FULL,
                                                        new Rights(1, nobody, 0, 0),
                                                        32,
                                                        List.of(number(0))),
                                                new PlannedFile.TransactionMac(
                                                        15,
                                                        "word",
                                                        Mode.MAC,
                                                        new Rights(1, nobody, nobody, 0)))))),
                List.of("number"),
                List.of(Irreversible.RANDOM_UID));
    }

    private static EncodingPlan classic4k() {
        return new EncodingPlan(
                "classic-4k",
                1,
                "",
                new Classic(
                        4096,
                        true,
                        List.of(
                                new Sector(
                                        2,
                                        "1234",
                                        SectorKey.SITE_READ,
                                        SectorKey.SITE_WRITE,
                                        TrailerAccess.KEY_B_CHANGES,
                                        List.of(
                                                new Block(
                                                        0,
                                                        "value",
                                                        BlockAccess.VALUE_A_LOWERS_B_RAISES,
                                                        Optional.of(250),
                                                        List.of()),
                                                new Block(
                                                        1,
                                                        "secret",
                                                        BlockAccess.READ_B_WRITE_B,
                                                        Optional.empty(),
                                                        List.of(number(3))))),
                                new Sector(
                                        39,
                                        "4C44",
                                        SectorKey.SITE_READ,
                                        SectorKey.SITE_WRITE,
                                        TrailerAccess.KEY_B_CHANGES,
                                        List.of(
                                                new Block(
                                                        14,
                                                        "far",
                                                        BlockAccess.READ_A_WRITE_B,
                                                        Optional.empty(),
                                                        List.of(number(0))))))),
                List.of("value", "secret", "far"),
                List.of());
    }

    public static EncodingPlan ntag() {
        return new EncodingPlan(
                "ntag-address",
                1,
                "",
                new Pages(
                        PageChip.NTAG213,
                        List.of(
                                new Area(
                                        "address",
                                        4,
                                        16,
                                        List.of(
                                                new PlannedField(
                                                        "address",
                                                        0,
                                                        64,
                                                        new Content.WebAddress(
                                                                "https://id.example/{number}"),
                                                        Form.BYTES,
                                                        Padding.ZEROS_BEHIND)))),
                        List.of(),
                        "",
                        Optional.empty(),
                        List.of()),
                List.of("address"),
                List.of());
    }

    /// MIFARE Plus EV1 in level 3, with a value.
    static EncodingPlan plus() {
        return new EncodingPlan(
                "plus",
                1,
                "",
                new PlannedMedium.Plus(
                        2048,
                        true,
                        List.of(
                                new PlannedMedium.PlusSector(
                                        1,
                                        List.of(
                                                new Block(
                                                        0,
                                                        "number",
                                                        BlockAccess.READ_A_WRITE_B,
                                                        Optional.empty(),
                                                        List.of(number(0))),
                                                new Block(
                                                        1,
                                                        "value",
                                                        BlockAccess.VALUE_A_LOWERS_B_RAISES,
                                                        Optional.of(250),
                                                        List.of()))))),
                List.of("number", "value"),
                List.of(Irreversible.LEVEL_SWITCHED));
    }

    static EncodingPlan guarded(PageChip chip, int from, boolean alsoReading) {
        return new EncodingPlan(
                "guarded-" + chip.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                1,
                "",
                new Pages(
                        chip,
                        List.of(new Area("number", 4, 3, List.of(number(0)))),
                        List.of(),
                        "",
                        Optional.of(new PlannedMedium.Password(from, alsoReading)),
                        List.of()),
                List.of("number"),
                List.of());
    }

    /// Files of contact keys, the first of some pages.
    public static EncodingPlan button(String family, int... lengths) {
        var files = new ArrayList<PlannedMedium.ButtonFile>();
        for (int length : lengths) {
            var rest =
                    new PlannedField(
                            "rest",
                            10,
                            length - 10,
                            new Content.Words("Lodge"),
                            Form.TEXT,
                            Padding.SPACES_BEHIND);
            files.add(
                    new PlannedMedium.ButtonFile(
                            "CARD." + files.size(), length, List.of(number(0), rest)));
        }
        return new EncodingPlan(
                "button-" + family.toLowerCase(Locale.ROOT),
                1,
                "",
                new PlannedMedium.ContactKey(family, List.of(), files),
                files.stream().map(PlannedMedium.ButtonFile::name).toList(),
                List.of());
    }

    /// Guarded, and with counters.
    static EncodingPlan counted(PageChip chip, Counter... counters) {
        var guarded = guarded(chip, 4, true);
        var pages = (Pages) guarded.medium();
        boolean raised = Stream.of(counters).anyMatch(one -> one.least() > 0);
        return new EncodingPlan(
                guarded.name().replace("guarded", "counted"),
                1,
                "",
                new Pages(
                        chip,
                        pages.areas(),
                        pages.locked(),
                        pages.oneTime(),
                        pages.password(),
                        List.of(counters)),
                guarded.readBack(),
                raised ? List.of(Irreversible.COUNTER_RAISED) : List.of());
    }

    private static EncodingPlan locked() {
        return new EncodingPlan(
                "locked",
                1,
                "",
                new Pages(
                        PageChip.ULTRALIGHT,
                        List.of(new Area("number", 4, 3, List.of(number(0)))),
                        List.of(4, 5, 6),
                        "00000001",
                        Optional.empty(),
                        List.of()),
                List.of("number"),
                List.of(Irreversible.PAGES_LOCKED, Irreversible.ONE_TIME_BITS));
    }
}
