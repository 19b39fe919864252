package app.lodge.core.encodingplans;

import static app.lodge.core.encodingplans.PlanCheckExample.application;
import static app.lodge.core.encodingplans.PlanCheckExample.area;
import static app.lodge.core.encodingplans.PlanCheckExample.block;
import static app.lodge.core.encodingplans.PlanCheckExample.empty;
import static app.lodge.core.encodingplans.PlanCheckExample.field;
import static app.lodge.core.encodingplans.PlanCheckExample.file;
import static app.lodge.core.encodingplans.PlanCheckExample.key;
import static app.lodge.core.encodingplans.PlanCheckExample.list;
import static app.lodge.core.encodingplans.PlanCheckExample.of;
import static app.lodge.core.encodingplans.PlanCheckExample.person;
import static app.lodge.core.encodingplans.PlanCheckExample.sector;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One example for each place in the checks that can find something.
final class PlanCheckExamples {

    private static final String ID = "lodge-id@1";
    private static final String CLASSIC = "classic-id@1";
    private static final String PAGES = "page-number@1";
    private static final String NTAG = "ntag-number@1";

    private static final String KEY = "contact-key-number@1";

    private static final String MEDIUM = "/medium";
    private static final String APPLICATION = "/medium/applications/0";
    private static final String FILE = APPLICATION + "/files/0";
    private static final String MORE = APPLICATION + "/files/- = ";
    private static final String SECTOR = "/medium/sectors/0";
    private static final String BLOCK = SECTOR + "/blocks/0";
    private static final String AREA = "/medium/areas/- = ";
    private static final String FIELD = "/medium/areas/0/fields/- = ";
    private static final String ROOM = "/medium/areas/0/pages = 4";
    private static final String PASSWORD =
            "/medium/password = {\"protectedFrom\": 4, \"alsoReading\": false}";

    private PlanCheckExamples() {}

    static List<PlanCheckExample> all() {
        return Stream.of(
                        plan(),
                        card(),
                        files(),
                        classic(),
                        plus(),
                        pages(),
                        counters(),
                        keys(),
                        fields())
                .flatMap(List::stream)
                .toList();
    }

    private static List<PlanCheckExample> plan() {
        return List.of(
                of("plan.name", ID, "/name = \"Our ID\""),
                of("plan.range", ID, "/version = 0"),
                of("plan.note", ID, "/note = \"%s\"".formatted("x".repeat(501))),
                of("plan.nothing", ID, FILE + "/fields = []").given("/readBack = []"),
                of("plan.twice", ID, "/readBack/- = \"identity\""),
                of("plan.no-place", ID, "/readBack/- = \"elsewhere\""),
                of("plan.no-read-key", "lodge-id-purse@1", "/readBack/- = \"purse state\""),
                of("plan.not-read-back", ID, "/readBack = []"),
                of("plan.once-only", ID, MEDIUM + "/formatDisabled = true"),
                of("plan.not-done", ID, "/irreversible/- = \"PAGES_LOCKED\""),
                of("plan.place-name", ID, MORE + empty(2, "")),
                of("plan.twice", ID, MORE + empty(2, "identity")));
    }

    private static List<PlanCheckExample> card() {
        var many =
                IntStream.range(1, 29)
                        .mapToObj(i ->
                                "/medium/applications/- = " + application("F0%04X".formatted(i)))
                        .toArray(String[]::new);
        var keys =
                IntStream.range(3, 15)
                        .mapToObj(i -> APPLICATION + "/keys/- = " + key(i, "OTHER"))
                        .toArray(String[]::new);
        return List.of(
                of("plan.uid-hidden", ID, MEDIUM + "/randomUid = true")
                        .given("/irreversible = [\"RANDOM_UID\"]"),
                of("plan.free-making", ID, MEDIUM + "/card/freeMaking = true"),
                of("plan.range", ID, many).given(MEDIUM + "/capacity = 8192"),
                of("plan.aid", ID, APPLICATION + "/aid = \"000000\""),
                of("plan.twice", ID, "/medium/applications/- = " + application("4C4447")),
                of("plan.no-room", ID, FILE + "/size = 2048"),
                of("plan.one-of", ID, MEDIUM + "/chips/- = \"DESFire EV9\""),
                of("plan.one-of", ID, MEDIUM + "/chips = []"),
                of("plan.one-of", ID, MEDIUM + "/capacity = 3000"),
                of("plan.frozen-keys", ID, MEDIUM + "/card/masterChangeable = false")
                        .given("/irreversible = [\"KEYS_FROZEN\"]"),
                of("plan.listing", ID, APPLICATION + "/rules/freeListing = false"),
                of("plan.range", ID, keys),
                of("plan.key-order", ID, APPLICATION + "/keys/2/number = 5"),
                of("plan.master-first", ID, APPLICATION + "/keys/1/purpose = \"MASTER\""),
                of("plan.range", ID, APPLICATION + "/keys/1/version = 256"),
                of("plan.free-making", ID, APPLICATION + "/rules/freeMaking = true"));
    }

    private static List<PlanCheckExample> files() {
        var word = file("TransactionMac", 3, "word", 1, 15, 15, "");
        var backup =
                file(
                        "Backup",
                        2,
                        "more",
                        1,
                        2,
                        15,
                        "\"size\": 8, \"fields\": [%s], ".formatted(person("person", 0, 4)));
        return List.of(
                of("plan.twice", ID, MORE + empty(1, "more")),
                of("plan.range", ID, FILE + "/number = 32"),
                of("plan.range", ID, FILE.replace("/0/files/0", "/0/files/1") + "/size = 0")
                        .given(MORE + empty(2, "more")),
                of(
                        "plan.range",
                        ID,
                        MORE
                                + file(
                                        "Records",
                                        2,
                                        "more",
                                        1,
                                        2,
                                        15,
                                        "\"cyclic\": true, \"size\": 8, \"most\": 1, \"fields\": [], ")),
                of(
                        "plan.range",
                        ID,
                        MORE
                                + file(
                                        "Value",
                                        2,
                                        "more",
                                        1,
                                        2,
                                        15,
                                        "\"lower\": 10, \"upper\": 5, \"value\": 0, \"limitedCredit\": false, "),
                        "/readBack/- = \"more\""),
                of(
                        "plan.nobody-reads",
                        ID,
                        MORE
                                + file(
                                        "Standard",
                                        2,
                                        "more",
                                        15,
                                        2,
                                        15,
                                        "\"size\": 8, \"fields\": [], ")),
                of("plan.nobody-writes", ID, FILE + "/rights/write = 15"),
                of("plan.anybody-writes", ID, FILE + "/rights/write = 14"),
                of("plan.anybody-writes", ID, FILE + "/rights/readWrite = 14"),
                of("plan.anybody-writes", ID, FILE + "/rights/change = 14"),
                of("plan.anybody-reads", ID, FILE + "/rights/read = 14"),
                of("plan.plain", ID, FILE + "/mode = \"PLAIN\""),
                of("plan.no-such-key", ID, FILE + "/rights/change = 9"),
                of("plan.one-word", ID, MORE + file("TransactionMac", 4, "again", 1, 15, 15, ""))
                        .given(MORE + word),
                of("plan.word-written", ID, MORE + file("TransactionMac", 3, "word", 1, 2, 15, "")),
                of("plan.word-named", ID, MORE + file("TransactionMac", 3, "word", 1, 15, 1, ""))
                        .given(MORE + backup, "/readBack/- = \"more\""));
    }

    private static List<PlanCheckExample> classic() {
        var more = SECTOR + "/blocks/- = ";
        return List.of(
                of("plan.weak-chip", CLASSIC),
                of("plan.one-of", CLASSIC, MEDIUM + "/size = 2048"),
                of("plan.range", CLASSIC, SECTOR + "/number = 16"),
                of("plan.twice", CLASSIC, "/medium/sectors/- = " + sector(1)),
                of("plan.directory-sector", CLASSIC, "/medium/sectors/- = " + sector(0)),
                of("plan.directory-entry", CLASSIC, SECTOR + "/application = \"XYZ\""),
                of("plan.weak-key", CLASSIC, SECTOR + "/keyA = \"FACTORY\""),
                of("plan.weak-key", CLASSIC, SECTOR + "/keyB = \"FACTORY\""),
                of("plan.anybody-reads", CLASSIC, SECTOR + "/keyA = \"PUBLIC_DIRECTORY\""),
                of("plan.same-key", CLASSIC, SECTOR + "/keyB = \"SITE_READ\""),
                of("plan.key-b-shown", CLASSIC, SECTOR + "/trailer = \"KEY_A_CHANGES\""),
                of("plan.range", CLASSIC, more + block(3, "more", "READ_A_WRITE_B", "null")),
                of("plan.twice", CLASSIC, more + block(0, "more", "READ_A_WRITE_B", "null")),
                of(
                                "plan.shared-access",
                                CLASSIC,
                                "/medium/sectors/- = "
                                        + sector(
                                                32,
                                                block(0, "one", "READ_A_WRITE_B", "null"),
                                                block(1, "two", "READ_B_WRITE_B", "null")))
                        .given(MEDIUM + "/size = 4096"),
                of("plan.nobody-reads", CLASSIC, more + block(2, "more", "NEVER", "null")),
                of("plan.value-or-fields", CLASSIC, BLOCK + "/value = 5")
                        .given(BLOCK + "/access = \"VALUE_A_LOWERS_B_RAISES\""),
                of(
                        "plan.one-of",
                        CLASSIC,
                        more + block(2, "more", "READ_A_WRITE_B", "5"),
                        "/readBack/- = \"more\""),
                of("plan.reader-writes", CLASSIC, BLOCK + "/access = \"ANY_KEY\""),
                of("plan.nobody-writes-again", CLASSIC, BLOCK + "/access = \"READ_ONLY\""));
    }

    private static List<PlanCheckExample> plus() {
        var card =
                "/medium = {\"is\": \"Plus\", \"size\": 2048, \"levelThree\": true, \"sectors\": [{\"number\": 1, "
                        + "\"blocks\": [%s]}]}"
                                .formatted(block(0, "value", "VALUE_A_LOWERS_B_RAISES", "5"));
        var given =
                new String[] {
                    card, "/readBack = [\"value\"]", "/irreversible = [\"LEVEL_SWITCHED\"]"
                };
        return List.of(
                of("plan.one-of", CLASSIC, MEDIUM + "/size = 1024").given(given),
                of("plan.level-zero", CLASSIC, MEDIUM + "/levelThree = false", "/irreversible = []")
                        .given(given),
                of("plan.range", CLASSIC, SECTOR + "/number = 32").given(given),
                of("plan.twice", CLASSIC, "/medium/sectors/- = {\"number\": 1, \"blocks\": []}")
                        .given(given),
                of(
                                "plan.nobody-writes",
                                CLASSIC,
                                SECTOR + "/blocks/- = " + block(1, "more", "READ_ONLY", "null"))
                        .given(given));
    }

    private static List<PlanCheckExample> pages() {
        return List.of(
                of("plan.weak-chip", PAGES),
                of("plan.one-time", PAGES, MEDIUM + "/oneTime = \"0\""),
                of("plan.container", NTAG, MEDIUM + "/oneTime = \"00000001\"")
                        .given("/irreversible = [\"ONE_TIME_BITS\"]"),
                of("plan.no-password", PAGES, PASSWORD),
                of("plan.password-heard", NTAG, PASSWORD),
                of("plan.old-key", PAGES, MEDIUM + "/chip = \"ULTRALIGHT_C\"", PASSWORD),
                of("plan.range", NTAG, MEDIUM + "/password/protectedFrom = 3").given(PASSWORD),
                of("plan.anybody-overwrites", NTAG, MEDIUM + "/password = null").given(PASSWORD),
                of("plan.range", PAGES, MEDIUM + "/locked = [16]")
                        .given("/irreversible = [\"PAGES_LOCKED\"]", MEDIUM + "/locked = [4]"),
                of("plan.one-of", "contact-key-number@1", MEDIUM + "/family = \"DS9999\"")
                        .given("/medium/areas = []", "/readBack = []"),
                of("plan.range", PAGES, AREA + area("more", 3, 1)),
                of("plan.range", PAGES, AREA + area("more", 15, 0)),
                of("plan.no-room", PAGES, AREA + area("more", 15, 2)),
                of("plan.overlap", PAGES, AREA + area("more", 5, 1)));
    }

    private static List<PlanCheckExample> keys() {
        var file = MEDIUM + "/files/- = {\"name\": \"%s\", \"length\": %d, \"fields\": [%s]}";
        var rom = field("rom", 0, 7, "{\"is\": \"ChipNumber\"}", "BYTES");
        var readBack = "/readBack/- = \"CARD.0\"";
        return List.of(
                of("plan.pages-not-written", KEY),
                of("plan.no-files", KEY, file.formatted("CARD.0", 4, ""))
                        .given(MEDIUM + "/family = \"DS1971\""),
                of("plan.no-room", KEY, file.formatted("CARD.0", 29, "")),
                of("plan.file-name", KEY, file.formatted("LODG.2", 4, "")),
                of("plan.range", KEY, file.formatted("CARD.0", 0, "")),
                of("plan.too-short", KEY, file.formatted("CARD.0", 7, rom), readBack));
    }

    private static List<PlanCheckExample> counters() {
        var counter = MEDIUM + "/counters/- = {\"number\": %d, \"least\": %d, \"guarded\": %b}";
        var ev1 = MEDIUM + "/chip = \"ULTRALIGHT_EV1_21\"";
        return List.of(
                of("plan.no-counter", PAGES, counter.formatted(2, 0, false)),
                of("plan.range", NTAG, counter.formatted(1, 0, false)),
                of("plan.twice", NTAG, counter.formatted(2, 0, false))
                        .given(counter.formatted(2, 0, false)),
                of("plan.counter-told", NTAG, counter.formatted(2, 0, true)),
                of("plan.counts-itself", NTAG, counter.formatted(2, 1, false)),
                of("plan.range", NTAG, MEDIUM + "/counters/0/least = 16777216")
                        .given(
                                ev1,
                                counter.formatted(0, 5, false),
                                "/irreversible = [\"COUNTER_RAISED\"]"));
    }

    private static List<PlanCheckExample> fields() {
        return List.of(
                of("plan.place-name", PAGES, FIELD + person("", 12, 4)).given(ROOM),
                of("plan.twice", PAGES, FIELD + person("card number", 12, 4)).given(ROOM),
                of("plan.outside", PAGES, FIELD + person("person", 14, 4)).given(ROOM),
                of("plan.overlap", PAGES, FIELD + person("person", 8, 4)).given(ROOM),
                of(
                                "plan.form",
                                PAGES,
                                FIELD
                                        + field(
                                                "person",
                                                12,
                                                4,
                                                "{\"is\": \"PersonNumber\"}",
                                                "BYTES"))
                        .given(ROOM),
                of(
                                "plan.content",
                                PAGES,
                                FIELD
                                        + field(
                                                "bytes",
                                                12,
                                                4,
                                                "{\"is\": \"Constant\", \"hex\": \"0G\"}",
                                                "BYTES"))
                        .given(ROOM),
                of("plan.too-short", PAGES, FIELD + person("person", 12, 2)).given(ROOM),
                of(
                        "plan.check-first",
                        PAGES,
                        AREA
                                + area(
                                        "more",
                                        8,
                                        2,
                                        field("check", 0, 8, "{\"is\": \"CheckBytes\"}", "BYTES")),
                        "/readBack = " + list("\"number\"", "\"more\"")));
    }
}
