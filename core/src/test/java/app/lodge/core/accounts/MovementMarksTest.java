package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.DEVICE_EVENT;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.MovementFilter.Direction;
import app.lodge.core.accounts.Payments.Ask;
import app.lodge.core.accounts.Payments.Authorisation;
import app.lodge.core.accounts.Payments.PaymentEvent;
import app.lodge.core.books.Actor;
import app.lodge.core.books.PostgreSqlServer;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Tx;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.Uid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Movements by medium, amount, status, staff and text (ID-50): what the database finds is what a plain look at each
/// posting finds.
final class MovementMarksTest {

    private static final Actor IVA = new Actor(5, "Iva", Role.ADMINISTRATOR, "desk-2");
    private static final long SECOND_CARD = 41;
    private static final long NO_END = MovementMarks.NO_END;

    @RegisterExtension static final PostgreSqlServer SERVER = new PostgreSqlServer();

    @Test
    @Tag("ID-50")
    @Tag("ID-21")
    void eachMarkFindsItsMovements() {
        try (var site = Site.inMemory(1, 1)) {
            eachMarkFindsItsMovements(site);
        }
    }

    @Test
    @Tag("ID-50")
    void soItDoesOnPostgreSql() {
        try (var site = new Site(SERVER.database(), 1, 1)) {
            eachMarkFindsItsMovements(site);
        }
    }

    private static void eachMarkFindsItsMovements(Site site) {
        var history = new History(site);
        var load = history.topUp(Site.CLERK, 5_000);
        var reserved = history.pay(1, 300, true);
        var offline = history.pay(SECOND_CARD, 450, false);
        var undone = history.topUp(IVA, 700);
        var undoing = history.reverse(undone, "B-17/4");
        var refund = history.refund(reserved, 100, "Bon.9");
        site.pass(Duration.ofDays(2));
        var late = history.late(1, 80);

        assertThat(history.found(medium(1))).containsExactly(late, reserved);
        assertThat(history.found(medium(SECOND_CARD))).containsExactly(offline);
        assertThat(history.found(amount(300, 450))).containsExactly(offline, reserved);
        assertThat(history.found(amount(0, 100))).containsExactly(late, refund);
        assertThat(history.found(amount(701, NO_END))).containsExactly(load);
        assertThat(history.found(status(MovementStatus.BOOKED)))
                .containsExactly(late, refund, undoing, offline, reserved, load);
        assertThat(history.found(status(MovementStatus.REVERSED))).containsExactly(undone);
        assertThat(history.found(status(MovementStatus.REFUNDED))).containsExactly(reserved);
        assertThat(history.found(status(MovementStatus.CAPTURED))).containsExactly(reserved);
        assertThat(history.found(status(MovementStatus.LATE))).containsExactly(late);
        assertThat(history.found(by(2))).containsExactly(refund, load);
        assertThat(history.found(by(5))).containsExactly(undoing, undone);
        assertThat(history.found(by(MovementMarks.NO_OPERATOR)))
                .containsExactly(late, offline, reserved);
        assertThat(history.found(text("b-17"))).containsExactly(undoing);
        assertThat(history.found(text("BON.9"))).containsExactly(refund);
        assertThat(history.found(text("%"))).as("no wildcard").isEmpty();
        assertThat(history.found(text("r2026-1"))).containsExactly(load);
        assertThat(history.found(text("R2026-000002"))).containsExactly(undone);
        assertThat(history.statements.clerks(Site.CLERK, site.id(1)))
                .containsExactly(new Statements.Clerk(2, "Ana"), new Statements.Clerk(5, "Iva"));
        assertThat(history.statements.media(Site.CLERK, site.id(1)))
                .containsExactly(
                        new Statements.Means(SECOND_CARD, MediumKind.CARD, 2),
                        new Statements.Means(1, MediumKind.CARD, 1));
    }

    @Test
    @Tag("ID-56")
    void theCounterFindsNothingBeyondItsNewestTen() {
        try (var site = Site.inMemory(1, 1)) {
            var history = new History(site);
            history.topUp(Site.CLERK, 5_000);
            for (var i = 1; i <= Accounts.AT_THE_COUNTER; i++) {
                history.pay(1, i, false);
            }
            var filter = MovementFilter.of(amount(5_000, 5_000));
            assertThat(
                            history.statements
                                    .page(
                                            Site.CLERK,
                                            site.id(1),
                                            LookPurpose.COUNTER,
                                            filter,
                                            null,
                                            50)
                                    .rows())
                    .isEmpty();
            assertThat(history.found(amount(5_000, 5_000))).hasSize(1);
        }
    }

    /// Any history, any filter, pages of any size.
    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    @net.jqwik.api.Tag("ID-50")
    void pagesUnderAFilterAreTheFilterOverTheWholeList(@ForAll long seed) {
        var random = new Random(seed);
        try (var site = Site.inMemory(1, 2)) {
            var history = new History(site);
            history.topUp(Site.CLERK, 20_000);
            for (var i = 0; i < 40; i++) {
                history.something(random);
            }
            for (var i = 0; i < 20; i++) {
                var filter = history.any(random);
                assertThat(history.paged(filter, 1 + random.nextInt(9)))
                        .as("%s", filter)
                        .isEqualTo(history.all(history.meaning(filter)));
            }
        }
    }

    private static MovementMarks medium(long number) {
        return new MovementMarks(number, 0, NO_END, null, 0, "");
    }

    private static MovementMarks amount(long least, long most) {
        return new MovementMarks(0, least, most, null, 0, "");
    }

    private static MovementMarks status(MovementStatus status) {
        return new MovementMarks(0, 0, NO_END, status, 0, "");
    }

    private static MovementMarks by(long operator) {
        return new MovementMarks(0, 0, NO_END, null, operator, "");
    }

    private static MovementMarks text(String text) {
        return new MovementMarks(0, 0, NO_END, null, 0, text);
    }

    /// One account's, by two cards and two clerks; knows of each posting which medium it was.
    private static final class History {

        private static final List<String> REFERENCES = List.of("B-17/4", "Bon.9", "b-1", "");

        private final Site site;
        private final Statements statements;
        private final Map<Long, Long> media = new HashMap<>();
        private final List<Long> captured = new ArrayList<>();
        private final Map<Long, PostingFile> files = new HashMap<>();
        private final List<Long> payments = new ArrayList<>();
        private long seq;

        History(Site site) {
            this.site = site;
            statements = Statements.in(site.keeping);
            site.books.write(
                    Site.SYSTEM,
                    tx -> {
                        tx.sql()
                                .insertInto(OPERATOR)
                                .set(OPERATOR.ID, IVA.operatorId())
                                .set(OPERATOR.NAME, IVA.name())
                                .set(OPERATOR.ROLE, "ADMINISTRATOR")
                                .set(OPERATOR.PASSWORD_HASH, "-")
                                .set(OPERATOR.CREATED_AT, tx.nowUtc())
                                .execute();
                        return tx.sql()
                                .insertInto(MEDIUM)
                                .set(MEDIUM.ID, SECOND_CARD)
                                .set(MEDIUM.KIND, "CARD")
                                .set(MEDIUM.PERSON_ID, 1L)
                                .set(MEDIUM.ISSUE_NUMBER, 2)
                                .set(MEDIUM.STATE, "ACTIVE")
                                .set(MEDIUM.UID, uid(SECOND_CARD).bytes())
                                .set(MEDIUM.CREATED_AT, tx.nowUtc())
                                .set(MEDIUM.CHANGED_AT, tx.nowUtc())
                                .execute();
                    });
        }

        private static Uid uid(long medium) {
            return Site.uid(medium);
        }

        void something(Random random) {
            var medium = random.nextBoolean() ? 1 : SECOND_CARD;
            var cents = 1 + random.nextInt(500);
            var clerk = random.nextBoolean() ? Site.CLERK : IVA;
            switch (random.nextInt(6)) {
                case 0 -> topUp(clerk, cents);
                case 1 -> pay(medium, cents, true);
                case 2 -> pay(medium, cents, false);
                case 3 -> late(medium, cents);
                case 4 -> {
                    if (!payments.isEmpty()) {
                        site.postings.refund(
                                clerk,
                                RequestId.fresh(),
                                new Postings.Refund(
                                        payments.get(random.nextInt(payments.size())),
                                        Site.eur(1 + random.nextInt(20)),
                                        grounds(random)));
                    }
                }
                default ->
                        site.postings.reverse(
                                IVA,
                                RequestId.fresh(),
                                new Postings.Reversal(1 + random.nextInt(40), grounds(random)));
            }
        }

        private static Grounds grounds(Random random) {
            return new Grounds(
                    Reason.CLERK_ERROR, REFERENCES.get(random.nextInt(REFERENCES.size())), 0);
        }

        MovementFilter any(Random random) {
            var least = random.nextInt(3) == 0 ? random.nextInt(400) : 0;
            var marks =
                    new MovementMarks(
                            random.nextInt(3) == 0 ? 1 + 40L * random.nextInt(2) : 0,
                            least,
                            random.nextInt(3) == 0 ? least + random.nextInt(200) : NO_END,
                            random.nextInt(3) == 0
                                    ? MovementStatus.values()[random.nextInt(5)]
                                    : null,
                            random.nextInt(3) == 0
                                    ? List.of(-1L, 2L, 5L).get(random.nextInt(3))
                                    : 0,
                            random.nextInt(4) == 0
                                    ? List.of("b", "17", "R2026-2", "9").get(random.nextInt(4))
                                    : "");
            return new MovementFilter(
                    null,
                    null,
                    random.nextInt(4) == 0 ? PostingKind.PAYMENT : null,
                    MovementFilter.ANYWHERE,
                    Direction.values()[random.nextInt(3)],
                    MovementFilter.OWN_MONEY,
                    marks);
        }

        Predicate<Movement> meaning(MovementFilter filter) {
            var marks = filter.marks();
            return row -> {
                var file = file(row.posting());
                var size = Math.abs(row.amount().minor());
                return (filter.kind() == null || filter.kind() == row.kind())
                        && (filter.direction() == Direction.BOTH
                                || row.amount().positive() == (filter.direction() == Direction.IN))
                        && size >= marks.least()
                        && size <= marks.most()
                        && (marks.medium() == 0
                                || media.getOrDefault(row.posting(), 0L) == marks.medium())
                        && has(file, marks.status())
                        && did(file, marks.operator())
                        && says(file, marks.text());
            };
        }

        private boolean has(PostingFile file, MovementStatus status) {
            return status == null
                    || switch (status) {
                        case BOOKED -> file.reversedBy() == null;
                        case REVERSED -> file.reversedBy() != null;
                        case REFUNDED -> !file.refundedBy().isEmpty();
                        case CAPTURED -> captured.contains(file.number());
                        case LATE -> file.late();
                    };
        }

        private static boolean did(PostingFile file, long operator) {
            return switch ((int) operator) {
                case (int) MovementMarks.ANYONE -> true;
                case (int) MovementMarks.NO_OPERATOR -> file.operator().isEmpty();
                case 2 -> file.operator().equals("Ana");
                default -> file.operator().equals("Iva");
            };
        }

        private static boolean says(PostingFile file, String text) {
            return file.reference().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))
                    || file.receipt().equals(text.replace("-", "-00000"));
        }

        List<Long> found(MovementMarks marks) {
            return paged(MovementFilter.of(marks), 2);
        }

        List<Long> paged(MovementFilter filter, int limit) {
            var found = new ArrayList<Long>();
            String next = null;
            do {
                var page =
                        statements.page(
                                Site.CLERK, site.id(1), LookPurpose.AUDIT, filter, next, limit);
                page.rows().forEach(row -> found.add(row.posting()));
                next = page.next();
            } while (next != null);
            return found;
        }

        List<Long> all(Predicate<Movement> meaning) {
            return statements
                    .page(Site.CLERK, site.id(1), LookPurpose.AUDIT, MovementFilter.ALL, null, 500)
                    .rows()
                    .stream()
                    .filter(meaning)
                    .map(Movement::posting)
                    .toList();
        }

        /// As it stands when it is first asked for, which is when the history is over.
        private PostingFile file(long posting) {
            return files.computeIfAbsent(
                    posting,
                    number ->
                            statements
                                    .posting(Site.CLERK, site.id(1), number, LookPurpose.AUDIT)
                                    .orElseThrow());
        }

        long topUp(Actor clerk, long cents) {
            site.accounts.topUp(
                    clerk, RequestId.fresh(), site.id(1), Site.eur(cents), PaymentMeans.CASH);
            return newest();
        }

        /// @param asked whether the money is reserved before, which is refused where a reversal left too little
        long pay(long medium, long cents, boolean asked) {
            var ask = asked ? "ask-" + (seq + 1) : "";
            var reserved =
                    asked
                            && site.payments.authorise(
                                            Site.point(1),
                                            1,
                                            new Ask(ask, uid(medium), Site.eur(cents), site.now))
                                    instanceof Authorisation.Approved;
            var posting = book(ask, medium, cents, Duration.ZERO);
            if (reserved) {
                captured.add(posting);
            }
            return posting;
        }

        long late(long medium, long cents) {
            return book("", medium, cents, Duration.ofDays(1));
        }

        /// As the field's books do: the device's event stands beside the posting.
        private long book(String ask, long medium, long cents, Duration ago) {
            seq++;
            var at = site.now.minus(ago);
            var posting =
                    site.payments.book(
                            Site.point(1),
                            1,
                            new PaymentEvent(seq, ask, uid(medium), Site.eur(cents), at));
            site.books.write(
                    Site.SYSTEM,
                    tx ->
                            tx.sql()
                                    .insertInto(DEVICE_EVENT)
                                    .set(DEVICE_EVENT.DEVICE_ID, 1L)
                                    .set(DEVICE_EVENT.SEQ, seq)
                                    .set(DEVICE_EVENT.KIND, "payment")
                                    .set(DEVICE_EVENT.AT, Tx.utc(at))
                                    .set(DEVICE_EVENT.RECEIVED_AT, tx.nowUtc())
                                    .set(DEVICE_EVENT.LATE, false)
                                    .set(DEVICE_EVENT.CONTENT_HASH, new byte[32])
                                    .set(DEVICE_EVENT.CONTENT, "{}")
                                    .set(DEVICE_EVENT.MEDIUM_ID, medium)
                                    .set(DEVICE_EVENT.POSTING_ID, posting)
                                    .execute());
            media.put(posting, medium);
            payments.add(posting);
            return posting;
        }

        long reverse(long posting, String reference) {
            site.postings.reverse(
                    IVA,
                    RequestId.fresh(),
                    new Postings.Reversal(posting, new Grounds(Reason.CLERK_ERROR, reference, 0)));
            return newest();
        }

        long refund(long purchase, long cents, String reference) {
            site.postings.refund(
                    Site.CLERK,
                    RequestId.fresh(),
                    new Postings.Refund(
                            purchase,
                            Site.eur(cents),
                            new Grounds(Reason.COMPLAINT, reference, 0)));
            return newest();
        }

        private long newest() {
            return paged(MovementFilter.ALL, 500).getFirst();
        }
    }
}
