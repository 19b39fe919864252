package app.lodge.core.rights;

import static app.lodge.core.books.tables.Tables.PERSON;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.groups.GroupId;
import app.lodge.core.groups.Groups;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import app.lodge.core.settings.SiteSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// Books with people, groups and a door in them, and a clock that stands still until moved.
final class RightsDesk implements AutoCloseable {

    static final Actor CHIEF = new Actor(1, "Clara", Role.ADMINISTRATOR, "desk-1");
    static final SiteSettings SETTINGS =
            SiteSettings.of(
                    "Campus", Currency.getInstance("EUR"), ZoneId.of("Europe/Zagreb"), "en");

    /// A Monday, nine in the morning at the site.
    final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-23T08:00:00Z"));

    final Books books =
            Books.open(
                    new BooksSource.InMemory(UUID.randomUUID().toString()),
                    now::get,
                    new Sealing() {
                        @Override
                        public byte[] seal(byte[] plain) {
                            return plain;
                        }

                        @Override
                        public byte[] open(byte[] sealed) {
                            return sealed;
                        }
                    });
    final Groups groups = Groups.in(books, List.of());
    final Rights rights = Rights.in(books, () -> SETTINGS, (_, _) -> {});
    final RightDrafts drafts = RightDrafts.in(books, () -> SETTINGS);

    void at(String moment) {
        now.set(Instant.parse(moment));
    }

    PersonId person() {
        return books.write(
                Actor.system("test"),
                tx -> {
                    long id = tx.nextNumber(PERSON.ID);
                    tx.sql()
                            .insertInto(PERSON)
                            .set(PERSON.ID, id)
                            .set(PERSON.SUBJECT_ID, id)
                            .set(PERSON.STATE, PersonState.ACTIVE.name())
                            .set(PERSON.REVISION, 1)
                            .set(PERSON.SEALED, new byte[1])
                            .set(PERSON.CREATED_AT, tx.nowUtc())
                            .set(PERSON.CHANGED_AT, tx.nowUtc())
                            .execute();
                    return new PersonId(id);
                });
    }

    void block(PersonId person, PersonState state) {
        books.write(
                Actor.system("test"),
                tx -> {
                    tx.sql()
                            .update(PERSON)
                            .set(PERSON.STATE, state.name())
                            .where(PERSON.ID.eq(person.number()))
                            .execute();
                    tx.journal(
                            state == PersonState.BLOCKED ? "person.blocked" : "person.unblocked",
                            "person:" + person.number(),
                            java.util.Map.of());
                    return null;
                });
    }

    GroupId group(String name, PersonId... members) {
        var id =
                ((Groups.GroupOutcome.Done) groups.add(CHIEF, RequestId.fresh(), name))
                        .group()
                        .id();
        for (var member : members) {
            groups.enter(CHIEF, RequestId.fresh(), id, member);
        }
        return id;
    }

    Resource door(String name) {
        return ((Rights.ResourceOutcome.Done)
                        rights.addResource(
                                CHIEF, RequestId.fresh(), Resource.Kind.DOOR, name, null))
                .resource();
    }

    Rights.Plan plan(String name, Window... windows) {
        return ((Rights.PlanOutcome.Done)
                        rights.putPlan(
                                CHIEF,
                                RequestId.fresh(),
                                name,
                                new WeekPlan(List.of(windows), WeekPlan.Holidays.OWN_WINDOWS)))
                .plan();
    }

    static Rule.Wanted always(Resource resource, Holder holder, Effect effect) {
        return new Rule.Wanted(resource.id(), holder, effect, null, null, null);
    }

    Rule put(Rule.Wanted wanted) {
        return ((Rights.RuleOutcome.Done) rights.put(CHIEF, RequestId.fresh(), wanted)).rule();
    }

    boolean may(PersonId person, Resource resource, String moment) {
        return rights.why(CHIEF, person, resource.id(), Instant.parse(moment))
                .orElseThrow()
                .allowed();
    }

    boolean may(PersonId person, Resource resource) {
        return rights.why(CHIEF, person, resource.id(), null).orElseThrow().allowed();
    }

    @Override
    public void close() {
        books.close();
    }
}
