package app.lodge.desktop.plans;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.encodingplans.Finding;
import app.lodge.core.encodingplans.PlannedMedium;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.desktop.plans.PlanEntry.How;
import app.lodge.desktop.plans.PlanNode.Kind;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A plan is put together node by node, and every step can be taken back.
@Tag("ID-47")
class PlanBoardTest {

    private final PlanBoard board = new PlanBoard();

    private PlanNode choose(Kind kind, String name) {
        var node =
                board.outline()
                        .all()
                        .filter(each -> each.kind() == kind && each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        board.chosen().set(node.at());
        return node;
    }

    private void add(Kind kind) {
        board.add(
                board.additions().stream()
                        .filter(each -> each.kind() == kind)
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void aPlanIsPutTogetherFromNothing() {
        board.begin(NewNodes.plan(Kind.DESFIRE));
        assertThat(board.findings()).anyMatch(Finding::blocks);
        choose(Kind.APPLICATION, "F00001");
        add(Kind.STANDARD);
        add(Kind.FIELD);
        add(Kind.FIELD);
        assertThat(board.node().name()).isEqualTo("field 2");
        assertThat(board.document().at(board.node().at()).path("offset").asInt()).isEqualTo(4);
        assertThat(board.findings()).noneMatch(Finding::blocks);
        assertThat(board.plan().get()).isPresent();
    }

    @Test
    void everyMediumCanBeBegunAndFilled() {
        for (var kind : new Kind[] {Kind.CLASSIC, Kind.PAGES, Kind.CONTACT_KEY}) {
            board.begin(NewNodes.plan(kind));
            choose(kind, "");
            add(
                    kind == Kind.CLASSIC
                            ? Kind.SECTOR
                            : kind == Kind.PAGES ? Kind.AREA : Kind.BUTTON_FILE);
            if (kind == Kind.CLASSIC) {
                add(Kind.BLOCK);
            }
            add(Kind.FIELD);
            assertThat(board.findings()).as(kind.name()).noneMatch(Finding::blocks);
        }
    }

    @Test
    void aCounterIsPutIntoAPlanOfPagesEvenOfAnOlderDocument() {
        board.begin(PlanDocument.of(ShippedPlans.find("ntag-number", 1).orElseThrow()));
        board.text().set(board.text().get().replaceFirst("\"counters\" : \\[ *],\\s*", ""));
        assertThat(board.text().get()).doesNotContain("counters");
        choose(Kind.PAGES, "");
        add(Kind.COUNTER);
        assertThat(board.node().name()).isEqualTo("2");
        assertThat(board.findings()).noneMatch(Finding::blocks);
        board.put(PlanEntry.of("least", How.NUMBER), IntNode.valueOf(5));
        var finding = board.findings().stream().filter(Finding::blocks).findFirst().orElseThrow();
        assertThat(finding.problem().key()).isEqualTo("plan.counts-itself");
        assertThat(board.subject(finding).kind()).isEqualTo(Kind.COUNTER);
        assertThat(board.node().entry(finding.problem().field())).isEqualTo("least");
    }

    @Test
    void aFileOfAContactKeyIsCopiedUnderTheNextNumber() {
        board.begin(NewNodes.plan(Kind.CONTACT_KEY));
        choose(Kind.CONTACT_KEY, "");
        add(Kind.BUTTON_FILE);
        add(Kind.FIELD);
        choose(Kind.BUTTON_FILE, "CARD.0");
        board.copy();
        assertThat(board.node().name()).isEqualTo("CARD.1");
        assertThat(board.findings()).noneMatch(Finding::blocks);
        board.put(PlanEntry.of("name", How.WORDS), TextNode.valueOf("card one"));
        var finding = board.findings().stream().filter(Finding::blocks).findFirst().orElseThrow();
        assertThat(finding.problem().key()).isEqualTo("plan.file-name");
        assertThat(board.subject(finding).kind()).isEqualTo(Kind.BUTTON_FILE);
    }

    @Test
    void aCopyStandsBesideItsModelAndIsToldApart() {
        board.begin(PlanDocument.of(ShippedPlans.lodgeId()));
        choose(Kind.STANDARD, "identity");
        board.copy();
        assertThat(board.node().name()).isEqualTo("identity 2");
        assertThat(board.document().at(board.node().at()).path("number").asInt()).isEqualTo(2);
        board.move(-1);
        assertThat(PlanDocument.index(board.node().at())).isZero();
        board.remove();
        assertThat(board.plan().get()).contains(ShippedPlans.lodgeId());
    }

    @Test
    void everyStepIsTakenBackAndDoneAgain() {
        board.begin(PlanDocument.of(ShippedPlans.lodgeId()));
        assertThat(board.undoable()).isFalse();
        choose(Kind.STANDARD, "identity");
        board.put(PlanEntry.of("size", How.NUMBER), IntNode.valueOf(6));
        board.put(PlanEntry.of("size", How.NUMBER), IntNode.valueOf(64));
        board.put(PlanEntry.of("name", How.WORDS), TextNode.valueOf("id"));
        assertThat(board.plan().get().orElseThrow().medium())
                .isInstanceOfSatisfying(
                        PlannedMedium.Desfire.class,
                        card ->
                                assertThat(card.applications().getFirst().files().getFirst().name())
                                        .isEqualTo("id"));
        board.undo();
        board.undo();
        assertThat(board.plan().get()).contains(ShippedPlans.lodgeId());
        assertThat(board.undoable()).isFalse();
        board.redo();
        assertThat(board.text().get()).contains("\"size\" : 64");
    }

    @Test
    void aFindingLeadsToItsNodeAndEntry() {
        board.begin(PlanDocument.of(ShippedPlans.lodgeId()));
        var file = choose(Kind.STANDARD, "identity");
        board.put(PlanEntry.of("rights.write", How.KEY), IntNode.valueOf(9));
        var finding = board.findings().stream().filter(Finding::blocks).findFirst().orElseThrow();
        assertThat(board.subject(finding).at()).isEqualTo(file.at());
        assertThat(file.entry(finding.problem().field())).isEqualTo("rights.write");
    }

    @Test
    void whatIsTypedInTheDocumentIsInTheTreeAtOnce() {
        board.begin(PlanDocument.of(ShippedPlans.lodgeId()));
        board.text().set(board.text().get().replace("identity", "holder"));
        choose(Kind.STANDARD, "holder");
        board.text().set("{");
        assertThat(board.plan().get()).isEmpty();
        assertThat(board.outline().all().map(PlanNode::name)).contains("holder");
    }

    @Test
    void twoVersionsAreComparedPlaceByPlace() {
        var before = PlanDocument.of(ShippedPlans.lodgeId());
        board.begin(before);
        choose(Kind.STANDARD, "identity");
        board.put(PlanEntry.of("size", How.NUMBER), IntNode.valueOf(64));
        board.copy();
        assertThat(PlanComparison.of(before, board.document()))
                .extracting(message -> message.key() + " " + message.arguments().getFirst())
                .containsExactly(
                        "plans.difference medium/applications/4C4447/files/identity/size",
                        "plans.difference-added medium/applications/4C4447/files/identity 2");
        assertThat(PlanComparison.of(before, before))
                .extracting(message -> message.key())
                .containsExactly("plans.same");
    }

    @Test
    void everyEntryOfEveryShippedPlanIsInTheDocument() {
        for (var plan : ShippedPlans.all()) {
            board.begin(PlanDocument.of(plan));
            board.outline()
                    .all()
                    .forEach(node ->
                            PlanEntries.of(board.document(), node)
                                    .forEach(entry ->
                                            assertThat(
                                                            board.document()
                                                                    .at(entry.under(node.at()))
                                                                    .isMissingNode())
                                                    .as(node.place() + " " + entry.member())
                                                    .isFalse()));
        }
    }
}
