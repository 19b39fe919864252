package app.lodge.core.stock;

import static app.lodge.core.stock.StockDesk.CHIEF;
import static app.lodge.core.stock.StockDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.CardJobs.OrderOutcome;
import app.lodge.core.media.ContactKeys;
import app.lodge.core.media.ContactKeys.EnrolOutcome;
import app.lodge.core.media.ContactKeys.Enrolment;
import app.lodge.core.media.MediaLife.AfterReturn;
import app.lodge.core.media.MediaLife.Rules;
import app.lodge.core.media.MediaLife.RulesOutcome;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.MediumState;
import app.lodge.core.media.NumberedMedia.GiveOutcome;
import app.lodge.core.media.Uid;
import app.lodge.core.people.PersonId;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How many media of each kind one person may have, and what a new one takes the place of.
@Tag("ID-07")
class MediaPerPersonTest {

    private final StockDesk site = new StockDesk();
    private final PersonId ana = site.person();

    @AfterEach
    void close() {
        assertThat(site.stock.standing(CHIEF).differences()).isEmpty();
        site.close();
    }

    private void allow(MediumKind kind, int most) {
        var rules = new Rules(AfterReturn.KEEP, LocalTime.of(20, 0), Map.of(kind, most));
        assertThat(site.life.changeRules(CHIEF, RequestId.fresh(), rules))
                .isInstanceOf(RulesOutcome.Changed.class);
    }

    private Medium card(int number) {
        return site.issued(CLERK, ana, new Uid("04AABBCCDDEE%02X".formatted(number)));
    }

    private MediumState state(Medium medium) {
        return site.media.find(CLERK, medium.id()).orElseThrow().state();
    }

    @Test
    @Tag("ID-43")
    void whereOneCardIsTheRuleANewOneTakesThePlaceOfTheOneBefore() {
        var first = card(1);
        var second = card(2);
        assertThat(state(first)).isEqualTo(MediumState.REPLACED);
        assertThat(state(second)).isEqualTo(MediumState.ACTIVE);
    }

    @Test
    void whereTwoCardsAreTheRuleTheThirdIsRefusedByItsNumberUntilOneGivesWay() {
        allow(MediumKind.CARD, 2);
        var first = card(1);
        var second = card(2);
        assertThat(state(first)).isEqualTo(MediumState.ACTIVE);
        assertThat(site.order(CLERK, ana)).isEqualTo(new OrderOutcome.TooMany(MediumKind.CARD, 2));
        site.media.block(CLERK, RequestId.fresh(), first.id(), BlockReason.LOST);
        var third = card(3);
        assertThat(state(first))
                .as("the lost one is dead for good")
                .isEqualTo(MediumState.REPLACED);
        assertThat(state(second)).isEqualTo(MediumState.ACTIVE);
        assertThat(state(third)).isEqualTo(MediumState.ACTIVE);
    }

    @Test
    @Tag("ID-12")
    void fobsAreAnyNumberUntilTheSiteSaysOtherwise() {
        assertThat(give("0F01A2B3C4")).isInstanceOf(GiveOutcome.Given.class);
        assertThat(give("0F01A2B3C5")).isInstanceOf(GiveOutcome.Given.class);
        allow(MediumKind.FOB, 2);
        assertThat(give("0F01A2B3C6")).isEqualTo(new GiveOutcome.TooMany(MediumKind.FOB, 2));
    }

    private GiveOutcome give(String number) {
        return site.numbered.give(CLERK, RequestId.fresh(), ana, new Uid(number));
    }

    @Test
    @Tag("KEY-05")
    @Tag("CHAIN-52")
    void aContactKeyTakesItsBlankAndItsReplacementMakesTheLostOneDead() {
        long kind = site.blank("Key, red", Blank.Carrier.NONE, "DS1996", MediumKind.CONTACT_KEY);
        long box = site.received(kind, site.desk, 5);
        allow(MediumKind.CONTACT_KEY, 1);
        var first = key("0C00000000000101");
        assertThat(site.count(box, site.desk, StockState.ISSUED)).isEqualTo(1);
        assertThat(enrol("0C00000000000202"))
                .isEqualTo(new EnrolOutcome.TooMany(MediumKind.CONTACT_KEY, 1));
        site.media.block(CLERK, RequestId.fresh(), first.id(), BlockReason.LOST);
        var second = key("0C00000000000202");
        assertThat(state(first)).isEqualTo(MediumState.REPLACED);
        assertThat(second.issueNumber()).isEqualTo(2);
        assertThat(site.count(box, site.desk, StockState.BLANK)).isEqualTo(3);
        assertThat(site.count(box, site.desk, StockState.LOST)).isEqualTo(1);
    }

    private EnrolOutcome enrol(String rom) {
        return site.keys.enrol(
                CLERK,
                RequestId.fresh(),
                new Enrolment(ana, new Uid(rom), "DS1996", "", ContactKeys.Present.KEEP));
    }

    private Medium key(String rom) {
        var enrolled = ((EnrolOutcome.Enrolled) enrol(rom)).key().medium();
        return site.keys.ready(CLERK, RequestId.fresh(), enrolled.id(), new Uid(rom), 1).medium();
    }
}
