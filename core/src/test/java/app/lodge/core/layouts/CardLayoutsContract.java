package app.lodge.core.layouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.groups.GroupId;
import app.lodge.core.journal.Journal;
import app.lodge.core.layouts.CardLayouts.Draft;
import app.lodge.core.layouts.CardLayouts.KeepOutcome;
import app.lodge.core.layouts.CardLayouts.PublishOutcome;
import app.lodge.core.layouts.CardLayouts.PutBackOutcome;
import app.lodge.core.layouts.CardLayouts.Revision;
import app.lodge.core.layouts.CardLayouts.Use;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the door of card layouts promises, on either database.
@Tag("ID-46")
abstract class CardLayoutsContract {

    private static final Actor ADMIN = new Actor(1, "Ana", Role.ADMINISTRATOR, "desk-1");
    private static final Actor CLERK = new Actor(2, "Ben", Role.CLERK, "desk-1");
    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z"));

    private Books books;
    private CardLayouts layouts;

    abstract BooksSource source();

    @BeforeEach
    void open() {
        books = Books.open(source(), NOW, new Plain());
        layouts = CardLayouts.in(books);
    }

    @AfterEach
    void close() {
        books.close();
    }

    private Revision published(String layout, int after, String document) {
        var outcome = layouts.publish(ADMIN, RequestId.fresh(), layout, "Staff", after, document);
        return ((PublishOutcome.Published) outcome).revision();
    }

    @Test
    void revisionsAreNumberedAndKeepTheirDocuments() {
        assertThat(published("staff", 1, "{\"ä\": 2}").reference()).isEqualTo("staff@2");
        assertThat(published("staff", 2, "{\"ä\": 3}").reference()).isEqualTo("staff@3");
        assertThat(published("guest", 0, "{}").reference()).isEqualTo("guest@1");

        assertThat(layouts.published(CLERK))
                .extracting(Revision::reference)
                .containsExactly("guest@1", "staff@3", "staff@2");
        assertThat(layouts.document(CLERK, "staff", 2)).contains("{\"ä\": 2}");
        assertThat(layouts.document(CLERK, "staff", 4)).isEmpty();
    }

    @Test
    void whoWasOvertakenIsToldAndPublishesNothing() {
        var theirs = published("staff", 1, "theirs");

        assertThat(layouts.publish(ADMIN, RequestId.fresh(), "staff", "Staff", 1, "mine"))
                .isEqualTo(new PublishOutcome.Overtaken(theirs));
        assertThat(layouts.document(CLERK, "staff", 2)).contains("theirs");
    }

    @Test
    void aPublishedRevisionNeverChanges() {
        published("staff", 1, "as it was");
        for (var attempt :
                new String[] {
                    "update card_layout set name = 'other'",
                    "delete from card_layout",
                    "truncate table card_layout"
                }) {
            assertThatThrownBy(() -> sql(attempt)).as(attempt).isInstanceOf(Exception.class);
        }
        assertThat(layouts.document(CLERK, "staff", 2)).contains("as it was");
    }

    private void sql(String statement) {
        books.write(
                ADMIN,
                tx -> {
                    tx.sql().execute(statement);
                    return null;
                });
    }

    @Test
    void aDraftIsKeptAsItWasLeftUntilItIsPublishedOrDiscarded() {
        layouts.keepDraft(ADMIN, RequestId.fresh(), "staff", "Staff", "half");
        layouts.keepDraft(ADMIN, RequestId.fresh(), "staff", "Staff", "half done");
        layouts.keepDraft(ADMIN, RequestId.fresh(), "guest", "Guest", "begun");

        assertThat(layouts.drafts(CLERK))
                .extracting(Draft::document)
                .containsExactly("begun", "half done");
        assertThat(
                        Journal.in(books)
                                .page(
                                        ADMIN,
                                        new Journal.Filter("layouts.drafted", "", null, null),
                                        null,
                                        9)
                                .rows())
                .as("each is an act of staff")
                .hasSize(3);

        published("staff", 1, "done");
        layouts.discardDraft(ADMIN, RequestId.fresh(), "guest");
        assertThat(layouts.drafts(CLERK)).isEmpty();
    }

    @Test
    void aDiscardedDraftComesBackOnceAndIsAnActOfStaff() {
        layouts.keepDraft(ADMIN, RequestId.fresh(), "guest", "Guest", "begun");
        layouts.discardDraft(ADMIN, RequestId.fresh(), "guest");
        var request = RequestId.fresh();

        var back = layouts.putDraftBack(ADMIN, request, "guest", "Guest", 0, "begun");

        assertThat(back).isInstanceOf(PutBackOutcome.PutBack.class);
        assertThat(layouts.putDraftBack(ADMIN, request, "guest", "Guest", 0, "begun"))
                .as("asked again after a lost answer")
                .isEqualTo(back);
        assertThat(layouts.drafts(CLERK)).extracting(Draft::document).containsExactly("begun");
        assertThat(
                        Journal.in(books)
                                .page(
                                        ADMIN,
                                        new Journal.Filter("layouts.put-back", "", null, null),
                                        null,
                                        9)
                                .rows())
                .hasSize(1);
    }

    @Test
    void itIsTooLateToPutADraftBackOnceSomebodyHasGoneOn() {
        layouts.keepDraft(ADMIN, RequestId.fresh(), "guest", "Guest", "mine");
        layouts.discardDraft(ADMIN, RequestId.fresh(), "guest");
        layouts.keepDraft(ADMIN, RequestId.fresh(), "guest", "Guests", "theirs");

        assertThat(layouts.putDraftBack(ADMIN, RequestId.fresh(), "guest", "Guest", 0, "mine"))
                .isInstanceOfSatisfying(
                        PutBackOutcome.BegunAnew.class,
                        begun -> assertThat(begun.draft().name()).isEqualTo("Guests"));
        assertThat(layouts.drafts(CLERK)).extracting(Draft::document).containsExactly("theirs");

        published("guest", 0, "done");
        assertThat(layouts.putDraftBack(ADMIN, RequestId.fresh(), "guest", "Guest", 0, "mine"))
                .isInstanceOfSatisfying(
                        PutBackOutcome.Overtaken.class,
                        overtaken -> assertThat(overtaken.newest().revision()).isEqualTo(1));
        assertThat(layouts.drafts(CLERK)).isEmpty();
        assertThat(layouts.putDraftBack(ADMIN, RequestId.fresh(), "Guest!", "", 1, "mine"))
                .isInstanceOfSatisfying(
                        PutBackOutcome.NotPutBack.class,
                        wrong ->
                                assertThat(wrong.problems())
                                        .extracting(problem -> problem.field())
                                        .containsExactly("id", "name"));
    }

    @Test
    void whatIsWrongIsNamed() {
        var kept =
                layouts.keepDraft(
                        ADMIN,
                        RequestId.fresh(),
                        "Staff card",
                        " ",
                        "x".repeat(CardLayouts.HEAVIEST + 1));

        assertThat(((KeepOutcome.NotKept) kept).problems())
                .extracting(problem -> problem.field())
                .containsExactly("id", "name", "layout");
    }

    @Test
    void clerksLookAndAdministratorsChange() {
        assertThat(layouts.published(CLERK)).isEmpty();
        assertThatThrownBy(
                        () -> layouts.publish(CLERK, RequestId.fresh(), "staff", "Staff", 1, "{}"))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(
                        () -> layouts.keepDraft(CLERK, RequestId.fresh(), "staff", "Staff", "{}"))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() ->
                        layouts.putDraftBack(CLERK, RequestId.fresh(), "staff", "Staff", 0, "{}"))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> layouts.use(CLERK, RequestId.fresh(), null, "staff"))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void aUseIsTakenAwayByAnEmptyOne() {
        layouts.use(ADMIN, RequestId.fresh(), null, "staff");
        layouts.use(ADMIN, RequestId.fresh(), new GroupId(7), "guest");
        layouts.use(ADMIN, RequestId.fresh(), null, "member");

        assertThat(layouts.uses(CLERK))
                .containsExactly(new Use(null, "member"), new Use(new GroupId(7), "guest"));

        layouts.use(ADMIN, RequestId.fresh(), new GroupId(7), "");
        assertThat(layouts.uses(CLERK)).containsExactly(new Use(null, "member"));
    }

    private record Plain() implements Sealing {
        @Override
        public byte[] seal(byte[] plain) {
            return plain;
        }

        @Override
        public byte[] open(byte[] sealed) {
            return sealed;
        }
    }
}
