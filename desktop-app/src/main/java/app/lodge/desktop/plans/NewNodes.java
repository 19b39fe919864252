package app.lodge.desktop.plans;

import app.lodge.core.doors.Json;
import app.lodge.core.encodingplans.EncodingPlan;
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
import app.lodge.core.encodingplans.PlannedMedium.ButtonFile;
import app.lodge.core.encodingplans.PlannedMedium.Counter;
import app.lodge.core.encodingplans.PlannedMedium.KeyRules;
import app.lodge.core.encodingplans.PlannedMedium.Sector;
import app.lodge.core.encodingplans.PlannedMedium.SectorKey;
import app.lodge.core.encodingplans.PlannedMedium.TrailerAccess;
import app.lodge.desktop.plans.PlanNode.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/// What is put into a plan, sound as far as that can be known beforehand; and where it may stand.
final class NewNodes {

    private static final KeyRules RULES = new KeyRules(true, true, false, true);
    private static final Rights RIGHTS = new Rights(1, 2, Rights.NEVER, 0);

    private NewNodes() {}

    /// A list of a node and what its elements may be.
    record Room(String list, List<Kind> kinds) {}

    static List<Room> rooms(Kind kind) {
        return switch (kind) {
            case DESFIRE -> List.of(new Room("applications", List.of(Kind.APPLICATION)));
            case CLASSIC -> List.of(new Room("sectors", List.of(Kind.SECTOR)));
            case PLUS -> List.of(new Room("sectors", List.of(Kind.PLUS_SECTOR)));
            case PAGES ->
                    List.of(
                            new Room("areas", List.of(Kind.AREA)),
                            new Room("counters", List.of(Kind.COUNTER)));
            case CONTACT_KEY -> List.of(new Room("files", List.of(Kind.BUTTON_FILE)));
            case APPLICATION ->
                    List.of(
                            new Room(
                                    "files",
                                    List.of(
                                            Kind.STANDARD,
                                            Kind.BACKUP,
                                            Kind.VALUE,
                                            Kind.RECORDS,
                                            Kind.TRANSACTION_MAC)),
                            new Room("keys", List.of(Kind.KEY)));
            case SECTOR, PLUS_SECTOR -> List.of(new Room("blocks", List.of(Kind.BLOCK)));
            case STANDARD, BACKUP, RECORDS, BLOCK, AREA, BUTTON_FILE ->
                    List.of(new Room("fields", List.of(Kind.FIELD)));
            case PLAN, KEY, VALUE, TRANSACTION_MAC, COUNTER, FIELD -> List.of();
        };
    }

    /// A whole plan for a medium.
    static PlanDocument plan(Kind medium) {
        var planned =
                switch (medium) {
                    case CLASSIC -> new PlannedMedium.Classic(1024, true, List.of());
                    case PAGES ->
                            new PlannedMedium.Pages(
                                    PageChip.NTAG213,
                                    List.of(),
                                    List.of(),
                                    "",
                                    Optional.empty(),
                                    List.of());
                    case CONTACT_KEY ->
                            new PlannedMedium.ContactKey("DS1996", List.of(), List.of());
                    case PLUS -> new PlannedMedium.Plus(2048, true, List.of());
                    default ->
                            new PlannedMedium.Desfire(
                                    PlannedMedium.Desfire.CHIPS,
                                    2048,
                                    RULES,
                                    false,
                                    false,
                                    List.of(application()));
                };
        return PlanDocument.of(new EncodingPlan("new-plan", 1, "", planned, List.of(), List.of()));
    }

    static JsonNode element(Kind kind) {
        return switch (kind) {
            case APPLICATION -> json(application(), Application.class);
            case KEY -> json(new PlannedKey(0, KeyPurpose.OTHER, 0), PlannedKey.class);
            case STANDARD, BACKUP, VALUE, RECORDS, TRANSACTION_MAC ->
                    json(file(kind), PlannedFile.class);
            case SECTOR ->
                    json(
                            new Sector(
                                    1,
                                    "4C44",
                                    SectorKey.SITE_READ,
                                    SectorKey.SITE_WRITE,
                                    TrailerAccess.KEY_B_CHANGES,
                                    List.of()),
                            Sector.class);
            case BLOCK ->
                    json(
                            new Block(
                                    0,
                                    "block",
                                    BlockAccess.READ_A_WRITE_B,
                                    Optional.empty(),
                                    List.of()),
                            Block.class);
            case PLUS_SECTOR ->
                    json(
                            new PlannedMedium.PlusSector(1, List.of()),
                            PlannedMedium.PlusSector.class);
            case AREA -> json(new Area("area", PageChip.FIRST, 1, List.of()), Area.class);
            case BUTTON_FILE -> json(new ButtonFile("CARD.0", 28, List.of()), ButtonFile.class);
            case COUNTER -> json(new Counter(PageChip.LAST_COUNTER, 0, false), Counter.class);
            case FIELD ->
                    json(
                            new PlannedField(
                                    "field",
                                    0,
                                    4,
                                    new Content.PersonNumber(),
                                    Form.NUMBER,
                                    Padding.ZEROS_BEHIND),
                            PlannedField.class);
            case PLAN, DESFIRE, CLASSIC, PLUS, PAGES, CONTACT_KEY ->
                    throw new IllegalArgumentException(kind + " is no element of a plan");
        };
    }

    private static Application application() {
        return new Application(
                "F00001",
                RULES,
                List.of(
                        new PlannedKey(0, KeyPurpose.MASTER, 0),
                        new PlannedKey(1, KeyPurpose.READ, 0),
                        new PlannedKey(2, KeyPurpose.WRITE, 0)),
                List.of());
    }

    private static PlannedFile file(Kind kind) {
        return switch (kind) {
            case BACKUP -> new PlannedFile.Backup(1, "backup", Mode.FULL, RIGHTS, 32, List.of());
            case VALUE ->
                    new PlannedFile.Value(1, "value", Mode.FULL, RIGHTS, 0, 100_000, 0, false);
            case RECORDS ->
                    new PlannedFile.Records(
                            1, "records", Mode.FULL, RIGHTS, true, 32, 11, List.of());
            case TRANSACTION_MAC ->
                    new PlannedFile.TransactionMac(
                            1,
                            "transactions",
                            Mode.FULL,
                            new Rights(1, Rights.NEVER, Rights.NEVER, 0));
            default -> new PlannedFile.Standard(1, "data", Mode.FULL, RIGHTS, 32, List.of());
        };
    }

    /// What a content holds besides its kind.
    static JsonNode content(String is) {
        var content =
                switch (is) {
                    case "CardNumber" -> new Content.CardNumber();
                    case "IssueNumber" -> new Content.IssueNumber();
                    case "KeyVersion" -> new Content.KeyVersion();
                    case "SiteCode" -> new Content.SiteCode();
                    case "ChipNumber" -> new Content.ChipNumber();
                    case "ValidUntil" -> new Content.ValidUntil();
                    case "Constant" -> new Content.Constant("00");
                    case "Words" -> new Content.Words("Lodge");
                    case "WebAddress" -> new Content.WebAddress("https://id.example/{number}");
                    case "CheckBytes" -> new Content.CheckBytes();
                    default -> new Content.PersonNumber();
                };
        return json(content, Content.class);
    }

    static JsonNode password() {
        return json(
                new PlannedMedium.Password(PageChip.FIRST, false), PlannedMedium.Password.class);
    }

    private static JsonNode json(Object value, Type declared) {
        return Json.tree(Json.bytes(value, declared));
    }
}
