package app.lodge.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/// Records everything that a test's bridge and devices say to each other, and holds it against the
/// schemas in `docs/field-protocol/schemas` when the tests are done.
final class RecordedWire implements BeforeAllCallback, AfterAllCallback {

    private static final Path SCHEMAS = Path.of("..", "docs", "field-protocol", "schemas");

    private final ConcurrentLinkedQueue<Message> messages = new ConcurrentLinkedQueue<>();
    private final ConcurrentHashMap<String, JsonSchema> schemas = new ConcurrentHashMap<>();
    private final Logger wire = (Logger) LoggerFactory.getLogger("app.lodge.wire");
    private final Listening listening = new Listening();

    /// @param kind the schema's name: `ask`, `list`
    record Message(String direction, String kind, String topic, String payload) {}

    @Override
    public void beforeAll(ExtensionContext context) {
        listening.setContext(wire.getLoggerContext());
        listening.start();
        wire.setAdditive(false);
        wire.setLevel(Level.TRACE);
        wire.addAppender(listening);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        wire.detachAppender(listening);
        wire.setLevel(Level.OFF);
        wire.setAdditive(true);
        assertThat(messages).as("messages recorded").isNotEmpty();
        var wrong =
                messages.stream()
                        .flatMap(each -> faults(each).stream().map(fault -> each + ": " + fault))
                        .limit(20)
                        .toList();
        assertThat(wrong).as("messages that their schema does not allow").isEmpty();
        LoggerFactory.getLogger(RecordedWire.class)
                .info("{} messages keep to their schemas: {}", messages.size(), kinds());
    }

    Set<String> kinds() {
        var kinds = new TreeSet<String>();
        messages.forEach(each -> kinds.add(each.kind()));
        return kinds;
    }

    /// What the schema of that kind has against a message.
    List<String> faults(Message message) {
        return schemas
                .computeIfAbsent(message.kind(), RecordedWire::schema)
                .validate(message.payload(), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonSchema schema(String kind) {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            Files.readString(SCHEMAS.resolve(kind + ".json")),
                            InputFormat.JSON,
                            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
        } catch (IOException e) {
            throw new UncheckedIOException("No schema describes the message " + kind, e);
        }
    }

    private final class Listening extends AppenderBase<ILoggingEvent> {

        /// `→ {topic} {payload}`, as the link writes it.
        @Override
        protected void append(ILoggingEvent event) {
            var arguments = event.getArgumentArray();
            if (event.getLevel() != Level.TRACE || arguments == null || arguments.length != 2) {
                return;
            }
            var topic = String.valueOf(arguments[0]);
            var tail = topic.split("/", 6)[5];
            messages.add(
                    new Message(
                            event.getMessage().substring(0, 1),
                            tail.startsWith("list/") ? "list" : tail,
                            topic,
                            String.valueOf(arguments[1])));
        }
    }
}
