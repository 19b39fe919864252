package app.lodge.bridge.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.bridge.link.MalformedMessage;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.FieldDevice;
import app.lodge.core.doors.Json;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonField;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import app.lodge.core.watch.Outlets;
import app.lodge.core.watch.Reach.MailReach;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A holder at a portal, message by message, each held against its schema (ID-22 to ID-26).
@Tag("ID-22")
final class HolderMessagesTest {

    private static final Path SCHEMAS = Path.of("..", "docs", "field-protocol", "schemas");
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Actor CHIEF = new Actor(1, "chief", Role.ADMINISTRATOR, "desk-1");
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
    private static final String MOTHER = "mother@example.test";
    private static final String CHILD = "child@example.test";

    @TempDir Path folder;
    private final List<Outlets.Mail> mails = new ArrayList<>();
    private Site site;
    private FieldDevice portal;
    private HolderMessages messages;
    private int asked;

    @BeforeEach
    void open() throws Exception {
        var cheap = new KdfCost(64, 1, 1);
        var clock = InstantSource.fixed(NOW);
        var home = new Home(folder.resolve("home"));
        Site.create(
                home,
                SiteSettings.of(
                        "Hof", Currency.getInstance("EUR"), ZoneId.of("Europe/Vienna"), "en"),
                "chief",
                "correct horse".toCharArray(),
                clock,
                cheap);
        site = Site.open(home, clock, cheap);
        site.tellThrough(new Post());
        site.watch()
                .setMail(
                        CHIEF,
                        RequestId.fresh(),
                        new MailReach(
                                new Outlets.MailServer(
                                        "mail.example.test",
                                        465,
                                        Outlets.MailSecurity.TLS,
                                        "",
                                        "lodge@example.test"),
                                List.of("desk@example.test"),
                                List.of()),
                        null);
        portal = device("portal-1", DeviceKind.PORTAL);
        messages = new HolderMessages(site.portal(), clock);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    @Tag("ID-23")
    @Tag("ID-25")
    @Tag("ID-26")
    void aHolderOpensLinksLooksAndTransfers() throws Exception {
        var child = account("Mia", CHILD);
        var other = account("Ivo", "ivo@example.test");
        assertThat(ask("open", Map.of("email", MOTHER))).containsEntry("ok", true);
        var secret = Map.of("email", MOTHER, "code", code(MOTHER), "secret", "long enough secret");
        assertThat(ask("set-secret", secret)).containsEntry("ok", true);
        var token =
                String.valueOf(
                        ask("sign-in", Map.of("email", MOTHER, "secret", "long enough secret"))
                                .get("token"));
        var wanted =
                ask(
                        "ask-release",
                        Map.of(
                                "token",
                                token,
                                "account",
                                child,
                                "rights",
                                List.of("VIEW", "TRANSFER"),
                                "until",
                                "2027-07-31"));
        var link = ((Map<?, ?>) wanted.get("link")).get("link");
        assertThat(ask("release", Map.of("token", token, "link", link, "code", "0000-0000-0000")))
                .containsEntry("why", "WRONG_CODE")
                .containsEntry("left", 4);
        assertThat(ask("release", Map.of("token", token, "link", link, "code", code(CHILD))))
                .containsEntry("ok", true);
        assertThat(ask("see", Map.of("token", token))).containsEntry("ok", true);
        assertThat(ask("movements", Map.of("token", token, "account", child)))
                .containsEntry("ok", true);
        var recipient = ask("recipient", Map.of("token", token, "account", other)).get("recipient");
        assertThat(recipient).isEqualTo("I•• K••••");
        assertThat(
                        ask(
                                "transfer",
                                Map.of(
                                        "token", token,
                                        "from", child,
                                        "to", other,
                                        "amount", Map.of("minor", 100, "currency", "EUR"),
                                        "recipient", recipient)))
                .containsEntry("why", "INSUFFICIENT");
        assertThat(
                        ask(
                                "set-limit",
                                Map.of(
                                        "token",
                                        token,
                                        "account",
                                        child,
                                        "limit",
                                        "SPENT_PER_DAY",
                                        "most",
                                        500)))
                .containsEntry("why", "NO_RIGHT");
        assertThat(ask("own-data", Map.of("token", token))).containsEntry("why", "NO_RIGHT");
        assertThat(ask("unlink", Map.of("token", token, "link", link))).containsEntry("ok", true);
        assertThat(ask("sign-out", Map.of("token", token))).containsEntry("ok", true);
        assertThat(ask("see", Map.of("token", token))).containsEntry("why", "NOT_SIGNED_IN");
    }

    @Test
    void theSameMessageHasOneEffectAndTheSameAnswer() throws Exception {
        var message = message("a1", "open", Map.of("email", MOTHER), NOW.plusSeconds(5));
        assertThat(answerTo(portal, message)).isEqualTo(answerTo(portal, message));
        site.holderPost().round(Actor.system("bridge"));
        assertThat(mails).hasSize(1);
    }

    @Test
    void anotherDeviceALateMessageAndNonsenseGetNothing() throws Exception {
        var till = device("till-1", DeviceKind.PAYMENT_POINT);
        var open = Map.<String, Object>of("email", MOTHER);
        assertThat(answerTo(till, message("a1", "open", open, NOW.plusSeconds(5))))
                .containsEntry("why", "WRONG_DEVICE");
        assertThat(answerTo(portal, message("a1", "open", open, NOW.minusSeconds(1))))
                .containsEntry("why", "TOO_LATE");
        for (var nonsense :
                List.of(
                        "",
                        "[]",
                        "{}",
                        "{\"id\":7}",
                        "{\"id\":\"a\",\"kind\":\"sign-in\",\"deadline\":\"2026-11-22T09:00:00Z\"}",
                        "{\"id\":\"a\",\"kind\":\"release\",\"link\":\"x\",\"code\":\"y\",\"deadline\":\"2026-11-22T09:00:00Z\"}",
                        "{\"id\":\"a\",\"kind\":\"ask-release\",\"account\":1,\"rights\":[\"ALL\"],\"deadline\":\"2026-11-22T09:00:00Z\"}")) {
            assertThatThrownBy(() ->
                            messages.take(
                                    portal, nonsense.getBytes(StandardCharsets.UTF_8), _ -> {}))
                    .as(nonsense)
                    .isInstanceOf(MalformedMessage.class)
                    .hasMessageNotContaining("secret-word");
        }
        assertThat(mails).isEmpty();
    }

    private Map<String, Object> ask(String kind, Map<String, ?> fields) throws Exception {
        asked++;
        return answerTo(portal, message("a" + asked, kind, fields, NOW.plusSeconds(5)));
    }

    private static String message(String id, String kind, Map<String, ?> fields, Instant deadline) {
        var message = new java.util.TreeMap<String, Object>(fields);
        message.put("id", id);
        message.put("kind", kind);
        message.put("deadline", deadline.toString());
        return Json.canonical(message);
    }

    private Map<String, Object> answerTo(FieldDevice device, String message) throws Exception {
        assertThat(faults("holder", message)).as(message).isEmpty();
        var answers = new ArrayList<Map<String, Object>>();
        messages.take(device, message.getBytes(StandardCharsets.UTF_8), answers::add);
        assertThat(answers).hasSize(1);
        var answer = Json.canonical(answers.getFirst());
        assertThat(faults("holder-answer", answer)).as(answer).isEmpty();
        return answers.getFirst();
    }

    private static List<String> faults(String schema, String message) throws Exception {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        Files.readString(SCHEMAS.resolve(schema + ".json")),
                        InputFormat.JSON,
                        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build())
                .validate(message, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private String code(String address) {
        site.holderPost().round(Actor.system("bridge"));
        var mail = mails.stream().filter(one -> one.to().contains(address)).toList().getLast();
        var found = CODE.matcher(mail.text());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private long account(String given, String email) {
        var details =
                PersonField.merged(
                        PersonDetails.named(given, "Kovač"), Map.of(PersonField.EMAIL, email));
        PersonId person =
                ((EnrolOutcome.Enrolled)
                                site.people()
                                        .enrol(
                                                CHIEF,
                                                RequestId.fresh(),
                                                details,
                                                EnrolOutcome.Duplicates.ACCEPTED))
                        .person()
                        .id();
        return site.accounts().ofPerson(CHIEF, person).orElseThrow().id().number();
    }

    private FieldDevice device(String name, DeviceKind kind) {
        var added =
                (Devices.AddOutcome.Added)
                        site.devices().add(CHIEF, RequestId.fresh(), name, kind, name, "hall");
        return site.field().named(added.device().name()).orElseThrow();
    }

    private final class Post implements Outlets {

        @Override
        public void mail(MailServer server, String password, Mail mail) {
            mails.add(mail);
        }

        @Override
        public void post(URI address, byte[] secret, Call call) {
            throw new AssertionError("Nobody asked for a web hook");
        }
    }
}
