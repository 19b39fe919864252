package app.lodge.core.layouts;

import static app.lodge.core.privacy.PrivacyDesk.CHIEF;
import static app.lodge.core.privacy.PrivacyDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.RequestId;
import app.lodge.core.groups.GroupId;
import app.lodge.core.groups.Groups.GroupOutcome;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.PrivacyDesk;
import app.lodge.core.site.Site;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which layout somebody's next card has (ID-13).
@Tag("ID-13")
final class LayoutOfAPersonTest {

    @TempDir Path folder;

    @Test
    void aGroupsLayoutGoesBeforeTheSitesAndTheFirstGroupsByNameBeforeTheOthers() throws Exception {
        try (var site = PrivacyDesk.open(PrivacyDesk.home(folder, ""))) {
            var person = person(site);
            assertThat(layout(site, person)).isEmpty();

            site.cardLayouts().use(CHIEF, RequestId.fresh(), null, "everybody");
            assertThat(layout(site, person)).isEqualTo("everybody");

            var visitors = group(site, "Visitors", person);
            group(site, "Aikido", person);
            site.cardLayouts().use(CHIEF, RequestId.fresh(), visitors, "visitor");
            assertThat(layout(site, person)).as("Aikido has none").isEqualTo("visitor");

            var club = group(site, "Club", person);
            site.cardLayouts().use(CHIEF, RequestId.fresh(), club, "club");
            assertThat(layout(site, person)).isEqualTo("club");

            site.groups().leave(CHIEF, RequestId.fresh(), club, person);
            assertThat(layout(site, person)).isEqualTo("visitor");
        }
    }

    private static String layout(Site site, PersonId person) {
        return site.cardLayouts().of(CLERK, person).orElse("");
    }

    private static GroupId group(Site site, String name, PersonId member) {
        var added = site.groups().add(CHIEF, RequestId.fresh(), name);
        var id = ((GroupOutcome.Done) added).group().id();
        site.groups().enter(CHIEF, RequestId.fresh(), id, member);
        return id;
    }

    private static PersonId person(Site site) {
        var outcome =
                site.people()
                        .enrol(
                                CHIEF,
                                RequestId.fresh(),
                                PersonDetails.named("Ana", "Horvat"),
                                EnrolOutcome.Duplicates.ACCEPTED);
        return ((EnrolOutcome.Enrolled) outcome).person().id();
    }
}
