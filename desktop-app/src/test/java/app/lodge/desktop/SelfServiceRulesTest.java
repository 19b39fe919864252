package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Role;
import app.lodge.core.people.PersonField;
import app.lodge.core.selfservice.SelfServiceRules.Access;
import app.lodge.desktop.settings.SelfServiceRulesViewModel;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// An administrator changes what the site has decided about self-service (ID-09, ID-23 to ID-25).
@Tag("ID-09")
final class SelfServiceRulesTest {

    private final FakeSite site = new FakeSite();
    private final List<Message> notices = new ArrayList<>();

    private SelfServiceRulesViewModel rules(Role role) {
        var actor = new Actor(1, "Clara", role, "desk-1");
        var model =
                new SelfServiceRulesViewModel(
                        new Session(
                                site.doors(),
                                actor,
                                site.settings,
                                new InlineBackground(),
                                new ViewModelsTest.NoDialogs(),
                                new HeardNotices(notices),
                                new ShellViewModel(actor),
                                InstantSource.fixed(FakePeople.NOW)));
        model.refresh();
        return model;
    }

    @Test
    @Tag("ID-24")
    void rulesAreReadChangedAndSavedTogether() {
        var model = rules(Role.ADMINISTRATOR);
        assertThat(model.barredHours().get()).isEqualTo("72");
        assertThat(model.access(PersonField.EMAIL).get()).isEqualTo(Access.EDITABLE);
        model.barredHours().set("96");
        model.majorityYears().set("21");
        model.access(PersonField.PHONE).set(Access.STAFF_ONLY);
        model.save();
        assertThat(model.problems()).isEmpty();
        assertThat(notices).extracting(Message::key).containsExactly("self-service-rules.saved");
        var saved = site.selfService.rules;
        assertThat(saved.barredHours()).isEqualTo(96);
        assertThat(saved.majorityYears()).isEqualTo(21);
        assertThat(saved.codeHours()).isEqualTo(48);
        assertThat(saved.access(PersonField.PHONE)).isEqualTo(Access.STAFF_ONLY);
        assertThat(saved.access(PersonField.EMAIL)).isEqualTo(Access.EDITABLE);
        assertThat(saved.access(PersonField.GROUP)).isEqualTo(Access.VISIBLE);
    }

    @Test
    void whatIsWrongIsSaidWhereItIsTypedAndNothingIsSaved() {
        var model = rules(Role.ADMINISTRATOR);
        model.codeHours().set("two days");
        model.wrongTries().set("-1");
        model.save();
        assertThat(model.problems())
                .extracting(Problem::field)
                .containsExactly("codeHours", "wrongTries");
        model.codeHours().set("9000");
        model.wrongTries().set("5");
        model.save();
        assertThat(model.problems()).extracting(Problem::key).containsExactly("settings.range");
        assertThat(site.selfService.rules.codeHours()).isEqualTo(48);
        assertThat(notices).isEmpty();
    }

    @Test
    void onlyWhoMayChangeSettingsDoes() {
        assertThat(rules(Role.CLERK).mayChange()).isFalse();
        assertThat(rules(Role.ADMINISTRATOR).mayChange()).isTrue();
    }
}
