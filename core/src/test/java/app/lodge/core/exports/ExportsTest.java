package app.lodge.core.exports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.AccountOpening;
import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.Bookkeeping;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.Mandate;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Scope;
import app.lodge.core.books.Sealing;
import app.lodge.core.costcentres.CostCentres;
import app.lodge.core.exports.Exports.Daily;
import app.lodge.core.exports.Exports.ScheduleOutcome;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.money.Money;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.People;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.Register;
import app.lodge.core.settings.SiteSettings;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("ID-54")
final class ExportsTest {

    private static final Actor CHIEF = new Actor(1, "Root", Role.ADMINISTRATOR, "desk-1");
    private static final Actor BRIDGE = Actor.system("bridge");

    @TempDir Path folder;
    private final SiteSettings settings =
            SiteSettings.of(
                    "Campus", Currency.getInstance("EUR"), ZoneId.of("Europe/Zagreb"), "en");
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private KeyVault vault;
    private Books books;
    private Exports exports;

    @BeforeEach
    void open() throws Exception {
        vault =
                KeyVault.create(
                        folder.resolve("vault.lodge"),
                        "test".getBytes(UTF_8),
                        "test",
                        new KdfCost(64, 1, 1));
        books =
                Books.open(
                        new BooksSource.InMemory(UUID.randomUUID().toString()),
                        () -> now,
                        new Plain());
        var register =
                Register.open(books, vault, AccountOpening.in(() -> settings), new SecureRandom());
        exports = Exports.in(books, register, () -> settings);
        var accounts =
                Accounts.in(Bookkeeping.of(books, () -> settings, CostCentres.budgets(books)));
        for (var name : List.of("Ana, \"Bea\"", "王", "Ćiro\nx")) {
            if (People.in(register)
                            .enrol(
                                    CHIEF,
                                    RequestId.fresh(),
                                    PersonDetails.named(name.replace("\n", " "), "Marić"),
                                    EnrolOutcome.Duplicates.ACCEPTED)
                    instanceof EnrolOutcome.Enrolled(_, var account)) {
                accounts.topUp(
                        CHIEF,
                        RequestId.fresh(),
                        account,
                        Money.of(1_250, "EUR"),
                        PaymentMeans.CASH);
            }
        }
    }

    @AfterEach
    void close() {
        books.close();
        vault.close();
    }

    private byte[] file(Entity entity, Format format) throws Exception {
        var out = new ByteArrayOutputStream();
        TableFile.write(out, entity, format, after -> exports.read(CHIEF, entity, after));
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(Entity.class)
    void allThreeFormatsSayTheSame(Entity entity) throws Exception {
        var names = entity.columns().stream().map(Column::name).toList();
        List<List<String>> csv = new ArrayList<>();
        try (var reader =
                CsvReader.builder().ofCsvRecord(new String(file(entity, Format.CSV), UTF_8))) {
            reader.forEach(row -> csv.add(row.getFields()));
        }
        assertThat(csv.getFirst()).isEqualTo(names);
        var json = new ObjectMapper().readTree(file(entity, Format.JSON));
        assertThat(json).hasSize(csv.size() - 1);
        List<List<String>> xlsx;
        try (var book =
                new ReadableWorkbook(new java.io.ByteArrayInputStream(file(entity, Format.XLSX)))) {
            xlsx =
                    book.getFirstSheet().read().stream()
                            .map(row -> {
                                var cells = new ArrayList<String>();
                                for (var i = 0; i < names.size(); i++) {
                                    cells.add(row.getCellText(i));
                                }
                                return (List<String>) cells;
                            })
                            .toList();
        }
        assertThat(xlsx).hasSameSizeAs(csv);
        for (var r = 1; r < csv.size(); r++) {
            for (var c = 0; c < names.size(); c++) {
                var value = csv.get(r).get(c);
                var node = json.get(r - 1).get(names.get(c));
                assertThat(node.isNull() ? "" : node.asText()).isEqualTo(value);
                var numeric =
                        !value.isEmpty()
                                && Set.of(Column.Kind.NUMBER, Column.Kind.AMOUNT)
                                        .contains(entity.columns().get(c).kind());
                if (numeric) {
                    assertThat(new BigDecimal(xlsx.get(r).get(c)))
                            .isEqualByComparingTo(new BigDecimal(value));
                } else {
                    assertThat(xlsx.get(r).get(c)).isEqualTo(value);
                }
            }
        }
    }

    @Test
    void theAccountingLinesBalanceAndNameTheBusinessCase() {
        var rows = exports.read(CHIEF, Entity.ACCOUNTING, null).rows();
        assertThat(rows).hasSize(6);
        var debit =
                Entity.ACCOUNTING.columns().stream().map(Column::name).toList().indexOf("debit");
        var sums = new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO};
        for (var row : rows) {
            assertThat(row.get(3)).isEqualTo("TOP_UP");
            for (var side = 0; side < 2; side++) {
                var value = row.get(debit + side);
                sums[side] = sums[side].add(new BigDecimal(value.isEmpty() ? "0" : value));
            }
        }
        assertThat(sums[0]).isEqualByComparingTo("37.50").isEqualByComparingTo(sums[1]);
        assertThat(rows.getFirst().subList(5, 6)).containsExactly("PERSON");
        assertThat(rows.getFirst().get(debit + 1)).as("a load is owed: credit").isEqualTo("12.50");
    }

    @Test
    void everyColumnIsDocumented() throws Exception {
        var page = Files.readString(Path.of("../docs/exports.md"));
        for (var entity : Entity.values()) {
            var section = page.split("## `" + name(entity) + "`", 2);
            assertThat(section).as(entity.name()).hasSize(2);
            var own = section[1].split("\n## ", 2)[0];
            for (var column : entity.columns()) {
                assertThat(own).as(entity.name()).contains("| `" + column.name() + "` |");
            }
        }
    }

    private static String name(Entity entity) {
        return entity.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Test
    void aDailyExportIsWrittenOnceADayAtItsTimeAndAFailureIsShownUntilItSucceeds()
            throws Exception {
        var target = folder.resolve("out");
        Files.writeString(target, "in the way");
        var kept =
                (ScheduleOutcome.Kept)
                        exports.schedule(
                                CHIEF,
                                RequestId.fresh(),
                                0,
                                new Daily(
                                        Entity.POSTINGS,
                                        Format.CSV,
                                        target.toString(),
                                        LocalTime.of(10, 0)));
        assertThat(exports.runDue(BRIDGE)).as("it is 9 in Zagreb").isZero();
        assertThat(exports.schedules(CHIEF).getFirst().failedAt()).isNull();
        now = now.plus(Duration.ofMinutes(61));
        assertThat(exports.runDue(BRIDGE)).isZero();
        assertThat(exports.schedules(CHIEF).getFirst().failedAt()).isEqualTo(now);
        Files.delete(target);
        assertThat(exports.runDue(BRIDGE)).as("not every minute again").isZero();
        now = now.plus(Duration.ofMinutes(10));
        assertThat(exports.runDue(BRIDGE)).isEqualTo(1);
        assertThat(exports.runDue(BRIDGE)).isZero();
        assertThat(exports.schedules(CHIEF).getFirst().failedAt()).isNull();
        try (var files = Files.list(target)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactly("lodge-postings-2026-11-22.csv");
        }
        now = now.plus(Duration.ofDays(1));
        assertThat(exports.runDue(BRIDGE)).isEqualTo(1);
        exports.unschedule(CHIEF, RequestId.fresh(), kept.schedule().number());
        now = now.plus(Duration.ofDays(1));
        assertThat(exports.runDue(BRIDGE)).isZero();
        assertThat(
                        exports.schedule(
                                CHIEF,
                                RequestId.fresh(),
                                0,
                                new Daily(Entity.MEDIA, Format.CSV, "relative", LocalTime.NOON)))
                .isInstanceOf(ScheduleOutcome.Rejected.class);
    }

    @Test
    void runNowWritesAtOnceAndLeavesTheDayDue() {
        var target = folder.resolve("now");
        var schedule =
                ((ScheduleOutcome.Kept)
                                exports.schedule(
                                        CHIEF,
                                        RequestId.fresh(),
                                        0,
                                        new Daily(
                                                Entity.PEOPLE,
                                                Format.CSV,
                                                target.toString(),
                                                LocalTime.of(20, 0))))
                        .schedule();
        var ran = ((ScheduleOutcome.Kept) exports.runNow(CHIEF, schedule.number())).schedule();
        assertThat(ran.writtenAt()).isEqualTo(now);
        assertThat(ran.lastOn()).isNull();
        var file = target.resolve("lodge-people-2026-11-22.csv");
        assertThat(file).exists();
        assertThat(handedOut()).containsExactly(file.toString());
        now = now.plus(Duration.ofHours(12));
        assertThat(exports.runDue(BRIDGE)).isEqualTo(1);
        assertThat(exports.runNow(CHIEF, 4_711)).isInstanceOf(ScheduleOutcome.Rejected.class);
    }

    private List<String> handedOut() {
        return books.read(sql -> sql.fetch("select place from handed_out order by id"))
                .getValues("place", String.class);
    }

    @Test
    @Tag("ID-55")
    void aTableIsTheWholeSitesSoNobodyOfOneDepartmentTakesIt() {
        var clerk = new Actor(2, "Ana", Role.CLERK, "desk-1");
        assertThatThrownBy(() -> exports.read(clerk, Entity.PEOPLE, null))
                .isInstanceOf(NotPermitted.class);
        var ofOneDepartment =
                new Actor(
                        2,
                        "Ana",
                        Role.CLERK,
                        "desk-1",
                        new Mandate(
                                "clerk",
                                Role.CLERK.permissions(),
                                Set.of(),
                                new Scope.Departments(Set.of("Forestry"))));
        assertThatThrownBy(() -> exports.read(ofOneDepartment, Entity.ACCOUNTS, null))
                .isInstanceOf(NotPermitted.class);
    }

    private static final class Plain implements Sealing {
        @Override
        public byte[] seal(byte[] plain) {
            return plain.clone();
        }

        @Override
        public byte[] open(byte[] sealed) {
            return sealed.clone();
        }
    }
}
