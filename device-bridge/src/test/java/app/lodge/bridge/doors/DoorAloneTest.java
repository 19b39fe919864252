package app.lodge.bridge.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.lodge.core.books.BooksUnavailable;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.FieldBooks;
import app.lodge.core.devices.FieldDevice;
import app.lodge.core.devices.FieldEvent;
import app.lodge.core.passages.DoorBooks;
import app.lodge.core.rights.Effect;
import app.lodge.core.rights.Holder;
import app.lodge.core.rights.KnownPasses;
import app.lodge.core.rights.Pass;
import app.lodge.core.rights.ResourceId;
import app.lodge.core.rights.Rule;
import app.lodge.core.rights.RuleId;
import app.lodge.core.rights.Ruling;
import app.lodge.core.rights.SiteCalendar;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A door whose books are away keeps its list and its rule, and tells later what happened, with the time at
/// which it did.
@Tag("ID-38")
@Tag("ID-39")
final class DoorAloneTest {

    private static final String ANNA = "04AABBCC";
    private static final String LOST = "04DDEEFF";
    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

    @TempDir Path folder;

    private final List<FieldEvent> booked = new ArrayList<>();
    private Instant now = START;
    private boolean away;
    private boolean lives = true;

    private Door door(Map<String, String> config) {
        var device =
                new FieldDevice(new DeviceId(7), "door-1", DeviceKind.DOOR, null, booked.size());
        return new Door(
                device,
                DoorSettings.of(config),
                new FieldBooks.Desired(1, config),
                stub(
                        FieldBooks.class,
                        (verb, given) -> {
                            assertThat(verb).isEqualTo("takeIn");
                            booked.add((FieldEvent) given[2]);
                            return null;
                        }),
                stub(
                        DoorBooks.class,
                        (verb, given) ->
                                verb.equals("known")
                                        ? known()
                                        : known().decide((String) given[1], now)),
                new DoorMemory(folder, "door-1", booked.size()),
                () -> now,
                Runnable::run);
    }

    private interface Answer {
        Object to(String verb, Object[] given);
    }

    /// Books that answer nothing while they are away.
    private <T> T stub(Class<T> door, Answer answer) {
        return door.cast(
                Proxy.newProxyInstance(
                        door.getClassLoader(),
                        new Class<?>[] {door},
                        (_, method, given) -> {
                            if (away) {
                                throw new BooksUnavailable("Away", new IllegalStateException());
                            }
                            return answer.to(method.getName(), given);
                        }));
    }

    private KnownPasses known() {
        var rule =
                new Rule(
                        new RuleId(1),
                        new ResourceId(1),
                        new Holder(Holder.Kind.PERSON, 3),
                        Effect.GRANT,
                        null,
                        null,
                        START.plus(Duration.ofHours(1)),
                        START.minusSeconds(60),
                        null);
        return new KnownPasses(
                Map.of(
                        ANNA,
                        new KnownPasses.Carrier(3, true, false),
                        LOST,
                        new KnownPasses.Carrier(3, lives, false)),
                Map.of(3L, List.of(List.of(rule))),
                new Ruling(Map.of(), new SiteCalendar(ZoneId.of("UTC"), Map.of())));
    }

    @Test
    void byItsListItOpensAndRefusesAndDeliversLaterWithTheTimeAtWhichItHappened() {
        var door = door(Map.of());
        lives = false;
        door.look();
        away = true;
        door.card(0, 32, ANNA);
        now = START.plusSeconds(60);
        door.card(0, 32, LOST);
        door.card(0, 32, "04999999");
        now = START.plus(Duration.ofHours(2));
        door.card(0, 32, ANNA);
        assertThat(booked).isEmpty();
        away = false;
        now = START.plus(Duration.ofHours(3));
        door.look();
        assertThat(booked)
                .extracting(FieldEvent::seq, FieldEvent::kind, FieldEvent::at, this::why)
                .containsExactly(
                        tuple(1L, "passed", START, ""),
                        tuple(2L, "refused", START.plusSeconds(60), Pass.Why.BLOCKED_MEDIUM.name()),
                        tuple(
                                3L,
                                "refused",
                                START.plusSeconds(60),
                                Pass.Why.UNKNOWN_CREDENTIAL.name()),
                        tuple(
                                4L,
                                "refused",
                                START.plus(Duration.ofHours(2)),
                                Pass.Why.OUTSIDE_HOURS.name()));
        assertThat(booked)
                .allSatisfy(event -> assertThat(event.content()).contains("\"offline\":true"));
        door.look();
        assertThat(booked).hasSize(4);
    }

    private String why(FieldEvent event) {
        var content = app.lodge.core.doors.Json.read(event.content(), Map.class);
        return String.valueOf(content.getOrDefault("why", ""));
    }

    @Test
    void whereTheRuleIsToRefuseNobodyPasses() {
        var door = door(Map.of("offline.rule", "refuse"));
        door.look();
        door.card(0, 32, ANNA);
        away = true;
        door.card(0, 32, ANNA);
        away = false;
        door.look();
        assertThat(booked).extracting(FieldEvent::kind).containsExactly("passed", "refused");
    }

    @Test
    void whatChangedBeforeTheBooksWentAwayHoldsWhileTheyAre() {
        var door = door(Map.of());
        door.look();
        lives = false;
        door.rightsChanged();
        door.look();
        away = true;
        door.card(0, 32, LOST);
        away = false;
        door.look();
        assertThat(booked).extracting(FieldEvent::kind).containsExactly("refused");
    }

    @Test
    void aBridgeThatDiesBeforeTheBooksAreBackForgetsNothing() {
        var door = door(Map.of());
        door.look();
        away = true;
        door.card(0, 32, ANNA);
        var next = door(Map.of());
        away = false;
        next.look();
        assertThat(booked)
                .extracting(FieldEvent::seq, FieldEvent::kind, FieldEvent::at)
                .containsExactly(tuple(1L, "passed", START));
    }
}
