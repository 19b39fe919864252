package app.lodge.core.privacy;

import static app.lodge.core.privacy.PrivacyDesk.CHIEF;
import static app.lodge.core.privacy.PrivacyDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.RequestId;
import app.lodge.core.books.tables.DefaultSchema;
import app.lodge.core.devices.DeviceDuty;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.DeviceRight;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.Uid;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonnelImport.Mapping;
import app.lodge.core.people.PersonnelImport.PersonnelFile;
import app.lodge.core.privacy.Privacy.EraseOutcome;
import app.lodge.core.site.Site;
import app.lodge.core.stock.Blank;
import app.lodge.core.stock.Delivery;
import app.lodge.core.stock.Place;
import app.lodge.core.stock.Stock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.Field;
import org.jooq.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Column by column: what an erasure does with whatever can lead to a person. A new table or column is
/// not forgotten, because this test fails until `every-column.txt` says what becomes of it (ID-57).
@Tag("ID-57")
final class EveryColumnTest {

    private static final Uid CARD = new Uid("04112233445566");
    private static final int LONGEST_CODE = 24;
    private static final Set<String> LEADING =
            Set.of(
                    "person_id",
                    "subject_id",
                    "holder_id",
                    "owner_id",
                    "account_id",
                    "open_account_id",
                    "medium_id",
                    "mandate_id",
                    "towards");

    @TempDir Path folder;

    private record Rule(String fate, String condition) {}

    @Test
    void everyColumnThatCanLeadToAPersonHasARule() throws Exception {
        var leading = new TreeSet<String>();
        for (var table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
            for (var field : table.fields()) {
                if (canLead(table, field)) {
                    leading.add(table.getName() + "." + field.getName());
                }
            }
        }
        assertThat(leading).hasSizeGreaterThan(100);
        assertThat(rules().keySet()).as("every-column.txt").isEqualTo(leading);
    }

    private static boolean canLead(Table<?> table, Field<?> field) {
        return LEADING.contains(field.getName())
                || table.getName().equals("person") && field.getName().equals("id")
                || field.getType() == byte[].class
                || field.getType() == String.class && field.getDataType().length() > LONGEST_CODE;
    }

    @Test
    void whatTheRulesSayIsWhatAnErasureDoes() throws Exception {
        try (var site = PrivacyDesk.open(PrivacyDesk.home(folder.resolve("home"), ""))) {
            var desk = new PrivacyDesk(site);
            desk.enrolled(PersonDetails.named("Berta", "Bleibt"));
            var person = desk.imported(List.of(DeletedIsDeletedContract.noise(1)));
            loadedAgain(site);
            var till = desk.device("till-1", DeviceKind.PAYMENT_POINT);
            var cabinet = desk.device("cabinet-1", DeviceKind.LOCKER_CABINET);
            blankInStock(site);
            var card = desk.card(person, CARD);
            site.devices().assign(CHIEF, RequestId.fresh(), cabinet, 3, person);
            site.deviceUsers()
                    .put(
                            CHIEF,
                            RequestId.fresh(),
                            desk.device("safe-1", DeviceKind.SAFE),
                            person,
                            new DeviceRight(
                                    List.of(DeviceDuty.DEPOSIT), java.time.Instant.EPOCH, null));
            desk.pay(till, CARD, new TiedDown(site, person, card).tie());
            var account = site.accounts().ofPerson(CLERK, person).orElseThrow().id();
            var subject =
                    site.books()
                            .read(sql -> PersonFactsStore.find(sql, person.number()))
                            .orElseThrow()
                            .subject();
            desk.block(card);
            var numbers =
                    Map.of(
                            ":person", Long.toString(person.number()),
                            ":account", Long.toString(account.number()),
                            ":medium", Long.toString(card.number()),
                            ":subject", Long.toString(subject),
                            ":CHIP", CARD.hex());
            var asked = new TreeMap<String, String>();
            rules().forEach((column, rule) -> {
                if (!rule.condition().isEmpty()) {
                    asked.put(column, filled(rule.condition(), numbers));
                }
            });
            assertThat(asked).hasSizeGreaterThan(15);
            asked.forEach((column, condition) ->
                    assertThat(rows(site, column, condition))
                            .as("%s before: otherwise this proves nothing", column)
                            .isPositive());
            assertThat(erase(site, person)).isInstanceOf(EraseOutcome.Erased.class);
            asked.forEach((column, condition) ->
                    assertThat(rows(site, column, condition)).as("%s after", column).isZero());
        }
    }

    /// So that the card is one that the stock knows by its chip.
    private static void blankInStock(Site site) {
        var place =
                (Stock.PutOutcome.Put)
                        site.stock()
                                .putPlace(
                                        CHIEF,
                                        RequestId.fresh(),
                                        new Place(0, "Desk", Place.Kind.DESK, "", false, 0));
        var blank =
                (Stock.PutOutcome.Put)
                        site.stock()
                                .addBlank(
                                        CHIEF,
                                        RequestId.fresh(),
                                        new Blank(
                                                0,
                                                "White",
                                                Blank.Carrier.HF,
                                                "DESFire EV3",
                                                MediumKind.CARD,
                                                false,
                                                false,
                                                860));
        assertThat(
                        site.stock()
                                .receive(
                                        CHIEF,
                                        RequestId.fresh(),
                                        new Stock.NewDelivery(
                                                blank.id(),
                                                null,
                                                "Maker",
                                                "1",
                                                place.id(),
                                                0,
                                                Delivery.Numbering.UID,
                                                List.of(CARD.hex()))))
                .isInstanceOf(Stock.ReceiveOutcome.Received.class);
    }

    /// So that the import has kept what was there before.
    private static void loadedAgain(Site site) {
        var who = PrivacyDesk.ZVJEZDANA;
        for (var phone : List.of("+385 1 234 5678", who.phone())) {
            var content =
                    "Nr;Vorname;Nachname;Tel\n"
                            + String.join(
                                    ";",
                                    who.personnelNumber(),
                                    who.givenName(),
                                    who.familyName(),
                                    phone)
                            + "\n";
            var outcome =
                    site.personnelImport()
                            .apply(
                                    CLERK,
                                    RequestId.fresh(),
                                    new PersonnelFile(
                                            "p.csv", content.getBytes(StandardCharsets.UTF_8)),
                                    new Mapping(
                                            "erp",
                                            Map.of(
                                                    "Nr", "personnelNumber",
                                                    "Vorname", "givenName",
                                                    "Nachname", "familyName",
                                                    "Tel", "phone")),
                                    List.of());
            assertThat(outcome.changed()).as("%s", outcome).isEqualTo(1);
        }
    }

    private static EraseOutcome erase(Site site, PersonId person) {
        return site.privacy()
                .erase(CHIEF, RequestId.fresh(), person, ErasureGround.ASKED_BY_PERSON, "");
    }

    private static long rows(Site site, String column, String condition) {
        var table = column.substring(0, column.indexOf('.'));
        return site.books()
                .read(sql ->
                        sql.fetchSingle("select count(*) from " + table + " where " + condition)
                                .get(0, Long.class));
    }

    private static String filled(String condition, Map<String, String> numbers) {
        var text = condition;
        for (var number : numbers.entrySet()) {
            text = text.replace(number.getKey(), number.getValue());
        }
        return text;
    }

    private static Map<String, Rule> rules() throws IOException {
        var rules = new TreeMap<String, Rule>();
        try (var file = EveryColumnTest.class.getResourceAsStream("every-column.txt")) {
            for (var line :
                    new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                var words = line.split("\\s+", 3);
                var condition = words.length == 3 ? words[2] : "";
                assertThat(words[1]).as(line).isIn("GOES", "EMPTIED", "CUT", "STAYS", "NOBODY");
                assertThat(condition.isEmpty())
                        .as(line)
                        .isEqualTo(Set.of("STAYS", "NOBODY").contains(words[1]));
                assertThat(rules.put(words[0], new Rule(words[1], condition))).as(line).isNull();
            }
        }
        return rules;
    }
}
