package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.desktop.designer.DesignViewModel;
import app.lodge.desktop.designer.LayoutsViewModel;
import app.lodge.desktop.designer.LayoutsViewModel.Entry;
import app.lodge.desktop.designer.Remark;
import app.lodge.desktop.shell.Dialogs;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an administrator does with card layouts, without a screen (ID-46).
@Tag("ID-46")
class CardDesignTest {

    @TempDir Path folder;

    private final FakeSite site = new FakeSite();
    private final List<Message> notices = new ArrayList<>();
    private final List<Runnable> undos = new ArrayList<>();
    private final List<Message> asked = new ArrayList<>();
    private final Actor administrator = new Actor(1, "Clara", Role.ADMINISTRATOR, "desk-1");

    private LayoutsViewModel shelf() {
        var model =
                new LayoutsViewModel(
                        new Session(
                                site.doors(),
                                administrator,
                                site.settings,
                                new InlineBackground(),
                                new Says(),
                                new HeardNotices(notices, undos),
                                new ShellViewModel(administrator),
                                InstantSource.fixed(FakePeople.NOW)));
        model.refresh();
        return model;
    }

    private static Entry entry(LayoutsViewModel model, String id) {
        return model.entries().stream()
                .filter(each -> each.layout().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static DesignViewModel onBoard(LayoutsViewModel model, String id) {
        model.edit(entry(model, id));
        return java.util.Objects.requireNonNull(model.board().get());
    }

    @Test
    void whatIsChangedIsKeptAsADraftAndGoneOnWithAfterACrash() {
        var before = shelf();
        var board = onBoard(before, "staff");
        board.choose(Set.of("name"));
        board.move(1_000, 0);
        var moved = board.layout();
        before.keep();

        var after = shelf();
        assertThat(entry(after, "staff").draft()).isPresent();
        assertThat(onBoard(after, "staff").layout()).isEqualTo(moved);
    }

    @Test
    void publishingMakesTheNextRevisionAndTakesTheDraftAway() {
        var model = shelf();
        var board = onBoard(model, "staff");
        board.choose(Set.of("photo"));
        board.move(0, 500);
        model.keep();
        model.publish();

        assertThat(model.board().get()).isNull();
        assertThat(notices).extracting(Message::key).contains("designer.published");
        assertThat(entry(model, "staff").layout().reference()).isEqualTo("staff@2");
        assertThat(entry(model, "staff").draft()).isEmpty();
    }

    @Test
    void aDraftIsThrownAwayAtOnceAndComesBackByUndo() {
        var model = shelf();
        draft("half done");
        model.refresh();
        model.discard(entry(model, "staff"));
        assertThat(asked).isEmpty();
        assertThat(site.layouts.drafts).isEmpty();

        undos.getLast().run();

        assertThat(site.layouts.drafts.get("staff").document()).isEqualTo("half done");
        assertThat(entry(model, "staff").draft()).isPresent();
        assertThat(notices).last().isEqualTo(Message.of("designer.put-back", "Staff"));
    }

    @Test
    void itIsTooLateForAnUndoOnceSomebodyHasGoneOn() {
        var model = shelf();
        draft("mine");
        model.refresh();
        model.discard(entry(model, "staff"));
        draft("theirs");

        undos.getLast().run();
        assertThat(site.layouts.drafts.get("staff").document()).isEqualTo("theirs");
        assertThat(notices).last().isEqualTo(Message.of("designer.begun-anew", "Staff"));

        var theirs = shelf();
        onBoard(theirs, "staff");
        theirs.publish();
        undos.getLast().run();
        assertThat(site.layouts.drafts).isEmpty();
        assertThat(notices).last().isEqualTo(Message.of("designer.too-late", "staff@2"));
    }

    private void draft(String document) {
        site.layouts.keepDraft(administrator, RequestId.fresh(), "staff", "Staff", document);
    }

    @Test
    void whoWasOvertakenIsToldAndKeepsTheirWork() {
        var mine = shelf();
        var board = onBoard(mine, "staff");
        board.choose(Set.of("photo"));
        board.move(0, 500);
        var theirs = shelf();
        onBoard(theirs, "staff");
        theirs.publish();

        mine.publish();

        assertThat(mine.board().get()).isSameAs(board);
        assertThat(notices).extracting(Message::key).contains("designer.overtaken");
    }

    @Test
    void whatCannotBePrintedIsSaidAndNotPublished() {
        var model = shelf();
        var board = onBoard(model, "staff");
        board.choose(Set.of("number"));
        board.move(-40_000, 0);

        assertThat(board.remarks())
                .anyMatch(each ->
                        each.blocks()
                                && each.element().equals("number")
                                && each.words().key().equals("layouts.too-near-the-edge"));
        model.publish();
        assertThat(model.board().get()).isNotNull();
        assertThat(site.layouts.published(administrator)).isEmpty();

        board.undo();
        assertThat(board.remarks()).noneMatch(Remark::blocks);
    }

    @Test
    void aCopyIsALayoutOfItsOwn() {
        var model = shelf();
        model.fresh().ask(entry(model, "visitor").layout());
        model.fresh().name().set("Staff");
        model.fresh().begin();
        assertThat(model.fresh().problems()).extracting(each -> each.field()).containsExactly("id");

        model.fresh().name().set("Žuti šešir 2027");
        model.fresh().begin();
        assertThat(model.board().get().layout().id()).isEqualTo("zuti-sesir-2027");
        model.publish();
        assertThat(entry(model, "zuti-sesir-2027").layout().revision()).isEqualTo(1);
    }

    @Test
    void elementsGoFromOneSideAndLayoutToAnother() {
        var model = shelf();
        var board = onBoard(model, "staff");
        board.choose(Set.of("name", "site"));
        board.copy();
        board.turnOver();
        int before = board.side().elements().size();
        board.paste();
        assertThat(board.side().elements()).hasSize(before + 2);
        assertThat(board.chosen().get()).hasSize(2).noneMatch(Set.of("name", "site")::contains);

        var other = onBoard(model, "plain");
        other.paste();
        assertThat(other.chosen().get()).hasSize(2);
    }

    @Test
    void aGroupIsChosenAndMovedTogetherTakenApartAndPutBack() {
        var model = shelf();
        var board = onBoard(model, "staff");
        var ids = Set.of("name", "photo");
        board.choose(ids);
        board.group();
        assertThat(groups(board, ids)).containsOnly("group-2");

        board.choose(Set.of());
        board.chooseWhole("photo");
        assertThat(board.chosen().get()).isEqualTo(ids);
        var before = places(board, ids);
        board.move(0, 1_000);
        assertThat(places(board, ids))
                .containsExactlyElementsOf(before.stream().map(y -> y + 1_000).toList());

        board.duplicate();
        assertThat(groups(board, board.chosen().get())).containsOnly("group-3");
        board.undo();
        board.choose(ids);
        board.ungroup();
        assertThat(groups(board, ids)).containsOnly("");
        board.undo();
        assertThat(groups(board, ids)).containsOnly("group-2");
    }

    private static List<String> groups(DesignViewModel board, Set<String> ids) {
        return board.side().elements().stream()
                .map(each -> each.frame())
                .filter(frame -> ids.contains(frame.id()))
                .map(frame -> frame.group())
                .toList();
    }

    private static List<Integer> places(DesignViewModel board, Set<String> ids) {
        return board.side().elements().stream()
                .map(each -> each.frame())
                .filter(frame -> ids.contains(frame.id()))
                .map(frame -> frame.box().y())
                .toList();
    }

    @Test
    void aLayoutGoesIntoAFileAndComesBackFromIt() {
        var model = shelf();
        model.writeFile(entry(model, "member"));
        assertThat(folder.resolve("member@1.json")).exists();

        model.takeFile();

        assertThat(model.board().get().layout()).isEqualTo(entry(model, "member").layout());
    }

    @Test
    void aFileThatIsNoLayoutIsRefused() throws Exception {
        Files.writeString(folder.resolve("member@1.json"), "{\"schema\": 1");
        var model = shelf();
        model.takeFile();
        assertThat(model.board().get()).isNull();
        assertThat(notices).extracting(Message::key).containsExactly("layouts.not-json");
    }

    @Test
    void aPictureTravelsInsideTheLayoutAndADamagedOneIsRefused() throws Exception {
        var model = shelf();
        var board = onBoard(model, "plain");
        Files.writeString(folder.resolve("member@1.json"), "no picture");
        board.insertPicture();
        assertThat(board.layout().assets()).isEmpty();
        assertThat(notices).extracting(Message::key).containsExactly("layouts.picture-unreadable");
    }

    @Test
    @Tag("ID-13")
    void aGroupGetsALayoutOfItsOwn() {
        var model = shelf();
        var group = model.groups().getFirst();
        model.use(group.id(), "visitor");

        assertThat(model.usedBy(entry(model, "visitor").layout()))
                .containsExactly(Optional.of(group.name()));
        assertThat(site.layouts.uses(administrator)).hasSize(2);
        site.layouts.discardDraft(administrator, RequestId.fresh(), "visitor");
    }

    private final class Says implements Dialogs {
        @Override
        public void confirm(Message title, Message body, String actionKey, Runnable action) {
            asked.add(title);
            action.run();
        }

        @Override
        public Optional<Path> chooseFile(String titleKey, String kindKey, List<String> patterns) {
            return Optional.of(folder.resolve("member@1.json"));
        }

        @Override
        public Optional<Path> chooseFolder(String titleKey) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseTarget(String titleKey, String suggestedName) {
            return Optional.of(folder.resolve(suggestedName));
        }
    }
}
