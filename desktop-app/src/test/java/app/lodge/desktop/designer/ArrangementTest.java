package app.lodge.desktop.designer;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.desktop.designer.Arrangement.Edge;
import app.lodge.desktop.shell.History;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.layouts.model.Box;
import app.lodge.personalization.layouts.model.Element;
import app.lodge.personalization.layouts.model.Element.Frame;
import app.lodge.personalization.layouts.model.Fill;
import app.lodge.personalization.layouts.model.Guides;
import app.lodge.personalization.layouts.model.Panel;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Moving, lining up, ordering, copying and snapping, without any screen (ID-46).
@Tag("ID-46")
class ArrangementTest {

    private static Element shape(String id, int x, int y, int width, int height, boolean locked) {
        return new Element.Shape(
                new Frame(
                        id,
                        new Box(x, y, width, height),
                        Panel.COLOUR,
                        null,
                        Element.Turn.NONE,
                        locked),
                Element.Form.RECTANGLE,
                0,
                Fill.plain(0xFF000000));
    }

    private static final Arrangement THREE =
            new Arrangement(
                    List.of(
                            shape("ground", 0, 0, 85_600, 53_980, true),
                            shape("a", 10_000, 10_000, 10_000, 5_000, false),
                            shape("b", 30_000, 20_000, 20_000, 10_000, false)));

    private static Box box(Arrangement of, String id) {
        return of.find(id).orElseThrow().frame().box();
    }

    private static List<String> order(Arrangement of) {
        return of.elements().stream().map(each -> each.frame().id()).toList();
    }

    @Test
    void aClickMeansTheTopmostElementAndLockedOnesOnlyWhereThereIsNothingElse() {
        assertThat(THREE.at(12_000, 12_000).orElseThrow().frame().id()).isEqualTo("a");
        assertThat(THREE.at(1_000, 1_000).orElseThrow().frame().id()).isEqualTo("ground");
        assertThat(THREE.at(-1_000, 1_000)).isEmpty();
    }

    @Test
    void linesUpSeveralWithEachOtherAndOneWithTheCard() {
        var both = THREE.align(Set.of("a", "b"), Edge.RIGHT);
        assertThat(box(both, "a").x()).isEqualTo(40_000);
        assertThat(box(both, "b").x()).isEqualTo(30_000);

        var one = THREE.align(Set.of("a"), Edge.CENTRE);
        assertThat(box(one, "a").x()).isEqualTo((85_600 - 10_000) / 2);
    }

    @Test
    void raisesAndLowersByOneStepAndStopsAtTheEnds() {
        assertThat(order(THREE.raise(Set.of("a")))).containsExactly("ground", "b", "a");
        assertThat(order(THREE.raise(Set.of("a", "b")))).containsExactly("ground", "a", "b");
        assertThat(order(THREE.lower(Set.of("ground")))).containsExactly("ground", "a", "b");
    }

    @Test
    void copiesHaveIdsOfTheirOwnAlsoOnTheOtherSide() {
        var copies = THREE.copies(THREE.all(Set.of("a")), 2_000, Set.of("a-2"));
        assertThat(copies).singleElement().extracting(each -> each.frame().id()).isEqualTo("a-3");
        assertThat(copies.getFirst().frame().box().x()).isEqualTo(12_000);
    }

    @Test
    void whateverIsMovedOrPulledStaysWithinReach() {
        var random = new Random(20261122);
        for (int i = 0; i < 500; i++) {
            staysWithinReach(
                    random.nextInt(-200_000, 200_000),
                    random.nextInt(-200_000, 200_000),
                    random.nextInt(1, 150_000));
        }
    }

    private static void staysWithinReach(int dx, int dy, int size) {
        var moved = THREE.move(Set.of("a", "ground"), dx, dy);
        assertThat(box(moved, "ground")).as("locked").isEqualTo(box(THREE, "ground"));
        var pulled = moved.resize("a", new Box(dx, dy, size, size));
        var card = new Box(0, 0, Box.CARD_WIDTH, Box.CARD_HEIGHT);
        assertThat(box(moved, "a").meets(card)).isTrue();
        assertThat(box(pulled, "a").meets(card)).isTrue();
        assertThat(box(pulled, "a").width()).isGreaterThanOrEqualTo(500);
    }

    @Test
    void snapsToEdgesMiddlesAndMargins() {
        var snapping = Snapping.to(List.of(new Box(20_000, 20_000, 10_000, 10_000)), Guides.NONE);

        var beside = snapping.snap(new Box(30_300, 19_800, 4_000, 4_000), 400);
        assertThat(beside.dx()).isEqualTo(-300);
        assertThat(beside.dy()).isEqualTo(200);
        assertThat(beside.across()).containsExactly(30_000);

        var margin = snapping.snap(new Box(3_100, 47_000, 4_000, 4_000), 400);
        assertThat(margin.dx()).isEqualTo(-100);

        var off = snapping.snap(new Box(30_300, 19_800, 4_000, 4_000), -1);
        assertThat(off.dx()).isZero();
    }

    @Test
    void snapsToGuides() {
        var snapping = Snapping.to(List.of(), new Guides(List.of(61_000), List.of(13_370)));
        var near = snapping.snap(new Box(61_250, 9_000, 4_000, 4_000), 400);
        assertThat(near.dx()).isEqualTo(-250);
        assertThat(near.dy()).isEqualTo(370);
        assertThat(near.across()).containsExactly(61_000);
        assertThat(near.down()).containsExactly(13_370);
    }

    @Test
    void aGroupIsFoundByEachOfItsElementsAndItsCopyIsAGroupOfItsOwn() {
        var grouped = THREE.grouped(Set.of("a", "b"), "group");
        assertThat(grouped.group("a")).containsExactlyInAnyOrder("a", "b");
        assertThat(grouped.group("ground")).containsExactly("ground");
        assertThat(grouped.group("nobody")).isEmpty();

        var copies = grouped.copies(grouped.all(Set.of("a", "b")), 2_000, Set.of("group-2"));
        assertThat(copies).extracting(each -> each.frame().group()).containsOnly("group-3");

        var apart = grouped.grouped(grouped.group("b"), "");
        assertThat(apart.group("a")).containsExactly("a");
    }

    @Test
    void aStrokeIsUndoneAtOnce() {
        var start = LayoutShelf.starter("staff");
        var history = new History<>(start);
        history.become(start.named("S"), "name");
        history.become(start.named("St"), "name");
        history.become(start.named("Stu"), "name");
        history.become(start.named("Other"), "");
        history.undo();
        assertThat(history.now().get().name()).isEqualTo("Stu");
        history.undo();
        assertThat(history.now().get()).isEqualTo(start);
        assertThat(history.undoable().get()).isFalse();
        history.redo();
        assertThat(history.now().get().name()).isEqualTo("Stu");
    }
}
