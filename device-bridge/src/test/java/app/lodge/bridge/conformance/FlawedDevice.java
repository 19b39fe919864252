package app.lodge.bridge.conformance;

import app.lodge.bridge.certificates.Identity;
import app.lodge.core.doors.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A payment point written for the kit's test from the protocol's text alone, that can be told to do one
/// thing wrong.
final class FlawedDevice implements AutoCloseable {

    static final String CARD = "04D00D00000001";

    /// For an answer: enough for a busy machine, and less than the kit waits for what follows.
    private static final long PATIENCE_MILLIS = 2_000;

    enum Flaw {
        NONE,
        PRESENCE_NOT_RETAINED,
        OTHER_KIND,
        CLOCK_FAST,
        REPORT_NOT_RETAINED,
        NO_WILL,
        STAYS_AWAY,
        IGNORES_DESIRED,
        ALTERS_TEXT,
        IGNORES_DELTAS,
        APPLIES_ANY_BASE,
        TAKES_OLDER,
        MINDS_UNKNOWN_FIELDS,
        IGNORES_LISTS,
        IGNORES_LIST_DELTAS,
        APPLIES_ANY_LIST,
        SILENT_ON_REPEATS,
        NO_RESULTS,
        OBEYS_ANYTHING,
        OBEYS_STALE,
        OBEYS_TWICE,
        STALLS_FILES,
        TRUSTS_ANYBODY,
        INSTALLS_DAMAGED,
        FETCHES_ANEW,
        HOLDER_NO_DEADLINE,
        HOLDER_RETAINED,
        HOLDER_SAME_ID,
        MISCOUNTS,
        DIES_OF_NONSENSE,
        DIES_OF_SIZE,
        NO_CORRELATION,
        PAYS_THOUGH_REFUSED,
        PAYS_TWICE,
        PAYS_THOUGH_SILENT,
        NOT_MARKED_OFFLINE,
        IGNORES_BLOCKS,
        FORGETS_EVENTS,
        FORGETS_ON_RECONNECT,
        IGNORES_ACKS,
        NO_RESEND,
        SKIPS_NUMBERS,
        CHANGES_CONTENT,
        MALFORMED_TIME,
        OTHER_MEDIUM,
        FOREIGN_MEDIUM,
        SAFE_FOR_ALL,
        SAFE_FOR_NOBODY,
        FOREIGN_TOPIC
    }

    private final Flaw flaw;
    private final int port;
    private final Identity identity;
    private final String name;
    private final String topics;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final TreeMap<Long, String> events = new TreeMap<>();
    private final Map<String, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();
    private final Map<String, Long> listVersions = new TreeMap<>();
    private final Map<String, String> results = new HashMap<>();
    private final Map<String, String> config = new TreeMap<>();
    private int version;
    private long seq;
    private long acked;
    private boolean dead;
    private volatile Mqtt5AsyncClient client;

    FlawedDevice(Flaw flaw, String name, int port, Identity identity) {
        this.flaw = flaw;
        this.name = name;
        this.topics = "lodge/v1/conformance/" + name;
        this.port = port;
        this.identity = identity;
        connect();
        timer.scheduleWithFixedDelay(this::tick, 300, 300, TimeUnit.MILLISECONDS);
    }

    /// Somebody holds a card to it.
    void tap() {
        Thread.startVirtualThread(
                switch (flaw) {
                    case HOLDER_NO_DEADLINE, HOLDER_RETAINED, HOLDER_SAME_ID -> this::signIn;
                    case SAFE_FOR_ALL -> () -> happened("deposit", "", false);
                    case SAFE_FOR_NOBODY -> () -> happened("refused", "", false);
                    default -> this::pay;
                });
    }

    /// Somebody signs in at a portal.
    private void signIn() {
        send(
                "holder",
                "{\"id\":\"%s\",\"kind\":\"sign-in\",\"email\":\"a@example.org\",\"secret\":\"s\"%s}"
                        .formatted(
                                flaw == Flaw.HOLDER_SAME_ID ? "one" : UUID.randomUUID(),
                                flaw == Flaw.HOLDER_NO_DEADLINE
                                        ? ""
                                        : ",\"deadline\":\"%s\""
                                                .formatted(Instant.now().plusSeconds(10))),
                flaw == Flaw.HOLDER_RETAINED);
    }

    private void connect() {
        var made =
                MqttClient.builder()
                        .useMqttVersion5()
                        .identifier(name)
                        .serverHost("127.0.0.1")
                        .serverPort(port)
                        .sslConfig(
                                MqttClientSslConfig.builder()
                                        .keyManagerFactory(identity.keyManagers())
                                        .trustManagerFactory(identity.trustManagers())
                                        .build())
                        .buildAsync();
        client = made;
        made.publishes(MqttGlobalPublishFilter.ALL, this::take);
        var connect = made.connectWith().cleanStart(true).keepAlive(5);
        if (flaw != Flaw.NO_WILL) {
            connect =
                    connect.willPublish()
                            .topic(topics + "/up/presence")
                            .payload("{\"online\":false}".getBytes(StandardCharsets.UTF_8))
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .retain(true)
                            .applyWillPublish();
        }
        connect.send().join();
        made.subscribeWith()
                .topicFilter(topics + "/down/#")
                .qos(MqttQos.AT_LEAST_ONCE)
                .send()
                .join();
        greet();
    }

    private synchronized void greet() {
        send("presence", "{\"online\":true}", flaw != Flaw.PRESENCE_NOT_RETAINED);
        var clock =
                flaw == Flaw.CLOCK_FAST ? Instant.now().plus(Duration.ofHours(1)) : Instant.now();
        send(
                "hello",
                "{\"protocol\":1,\"kind\":\"%s\",\"program\":\"foreign 1\",\"at\":\"%s\",\"lastSeq\":%d}"
                        .formatted(
                                flaw == Flaw.OTHER_KIND ? "LOCKER_CABINET" : "PAYMENT_POINT",
                                flaw == Flaw.MALFORMED_TIME ? "half past ten" : clock,
                                seq),
                true);
        report(List.of());
        if (flaw == Flaw.FORGETS_ON_RECONNECT && seq > 0) {
            acked = seq;
        }
        if (flaw == Flaw.FOREIGN_TOPIC) {
            client.publishWith()
                    .topic("lodge/v1/conformance/somebody-else/up/event")
                    .payload("{}".getBytes(StandardCharsets.UTF_8))
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();
        }
        sendWaiting();
    }

    private void tick() {
        try {
            if (!client.getState().isConnected()) {
                if (!dead && flaw != Flaw.STAYS_AWAY) {
                    connect();
                }
            } else if (flaw != Flaw.FORGETS_EVENTS) {
                sendWaiting();
            }
        } catch (RuntimeException e) {
            // tried again
        }
    }

    private synchronized void sendWaiting() {
        events.tailMap(acked, false).values().forEach(event -> send("event", event, false));
        if (flaw == Flaw.IGNORES_ACKS) {
            events.values().forEach(event -> send("event", event, false));
        }
    }

    private void send(String tail, String json, boolean retain) {
        client.publishWith()
                .topic(topics + "/up/" + tail)
                .payload(json.getBytes(StandardCharsets.UTF_8))
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(retain)
                .send();
    }

    private synchronized void report(List<String> whole) {
        send(
                "reported",
                Json.text(
                        new TreeMap<>(
                                Map.of(
                                        "version",
                                        version,
                                        "config",
                                        config,
                                        "errors",
                                        List.of(),
                                        "lists",
                                        listVersions,
                                        "whole",
                                        whole)),
                        Map.class),
                flaw != Flaw.REPORT_NOT_RETAINED);
    }

    private void take(Mqtt5Publish publish) {
        var tail = publish.getTopic().toString().substring((topics + "/down/").length());
        if (dead || flaw == Flaw.DIES_OF_SIZE && publish.getPayloadAsBytes().length > 64 << 10) {
            dead = true;
            return;
        }
        try {
            if (!(Json.tree(publish.getPayloadAsBytes()) instanceof ObjectNode message)) {
                throw new IllegalArgumentException("no object");
            }
            obey(tail, message);
        } catch (RuntimeException e) {
            if (flaw == Flaw.DIES_OF_NONSENSE) {
                dead = true;
                client.disconnect();
            }
        }
    }

    private synchronized void obey(String tail, ObjectNode message) {
        if (tail.startsWith("list/")) {
            list(tail.substring(5), message);
            return;
        }
        switch (tail) {
            case "desired" -> desired(message);
            case "command" -> command(message);
            case "file" -> file(message.get("id").asText());
            case "ack" -> acked = Math.max(acked, message.get("upTo").asLong());
            case "answer" -> {
                var waiting = asked.get(message.get("id").asText());
                if (waiting != null && !waiting.complete(message) && flaw == Flaw.PAYS_TWICE) {
                    happened("payment", message.get("id").asText(), false);
                }
            }
            default -> {
                // nothing known of it
            }
        }
    }

    private void desired(ObjectNode message) {
        var next = message.get("version").intValue();
        if (!message.get("version").isInt()
                || flaw == Flaw.IGNORES_DESIRED
                || flaw == Flaw.MINDS_UNKNOWN_FIELDS && message.has("x-later")) {
            return;
        }
        if (next <= version && flaw != Flaw.TAKES_OLDER) {
            report(List.of());
            return;
        }
        var delta = message.path("delta");
        if (delta.isObject()) {
            if (flaw == Flaw.IGNORES_DELTAS) {
                return;
            }
            if (message.get("base").asInt() != version && flaw != Flaw.APPLIES_ANY_BASE) {
                report(List.of("desired"));
                return;
            }
        } else {
            config.clear();
        }
        for (var member : (delta.isObject() ? delta : message.get("config")).properties()) {
            if (member.getValue().isNull()) {
                config.remove(member.getKey());
            } else {
                config.put(
                        member.getKey(),
                        flaw == Flaw.ALTERS_TEXT
                                ? member.getValue().asText().replaceAll("[^\\x20-\\x7e]", "?")
                                : member.getValue().asText());
            }
        }
        version = next;
        report(List.of());
    }

    private void list(String name, ObjectNode message) {
        var next = message.get("version").asLong();
        var base = message.get("base").asLong();
        var held = listVersions.getOrDefault(name, 0L);
        if (flaw == Flaw.IGNORES_LISTS
                || flaw == Flaw.IGNORES_LIST_DELTAS && base > 0
                || flaw == Flaw.SILENT_ON_REPEATS && next == held) {
            return;
        }
        if (base > held && flaw != Flaw.APPLIES_ANY_LIST) {
            report(List.of(name));
            return;
        }
        if (base == 0) {
            lists.put(name, new ArrayList<>());
        }
        var entries = lists.computeIfAbsent(name, _ -> new ArrayList<>());
        message.get("remove").forEach(one -> entries.remove(one.asText()));
        message.get("add").forEach(one -> entries.add(one.get("credential").asText()));
        listVersions.put(name, next);
        report(List.of());
    }

    /// It takes no files, unless it does so wrongly.
    private void file(String id) {
        if (flaw == Flaw.STALLS_FILES
                || flaw == Flaw.INSTALLS_DAMAGED
                || flaw == Flaw.FETCHES_ANEW) {
            send("fetch", "{\"id\":\"%s\",\"from\":0,\"count\":16}".formatted(id), false);
        }
        if (flaw == Flaw.TRUSTS_ANYBODY || flaw == Flaw.INSTALLS_DAMAGED) {
            send(
                    "progress",
                    "{\"id\":\"%s\",\"state\":\"installed\",\"received\":340}".formatted(id),
                    false);
        }
    }

    private void command(ObjectNode message) {
        var id = message.get("id").asText();
        if (flaw == Flaw.NO_RESULTS) {
            return;
        }
        if (Instant.now().isAfter(Instant.parse(message.get("expires").asText()))
                && flaw != Flaw.OBEYS_STALE) {
            return;
        }
        if (results.containsKey(id) && flaw != Flaw.OBEYS_TWICE) {
            send("result", results.get(id), false);
            return;
        }
        var known = message.get("verb").asText().equals("resend");
        if (known && flaw != Flaw.NO_RESEND) {
            var from = message.get("args").get("from").asLong();
            var to = message.get("args").get("to").asLong();
            if (from <= to) {
                events.subMap(from, true, to, true)
                        .values()
                        .forEach(event ->
                                send(
                                        "event",
                                        flaw == Flaw.CHANGES_CONTENT
                                                ? event.replace("350", "360")
                                                : event,
                                        false));
            }
        }
        var result =
                "{\"id\":\"%s\",\"ok\":%s,\"detail\":\"\"}"
                        .formatted(id, known || flaw == Flaw.OBEYS_ANYTHING);
        results.put(id, result);
        send("result", result, false);
    }

    private void pay() {
        synchronized (this) {
            if (lists.getOrDefault("block", List.of()).contains(CARD)
                    && flaw != Flaw.IGNORES_BLOCKS) {
                happened("refused", "", false);
                return;
            }
        }
        var id = UUID.randomUUID().toString();
        var waiting = new CompletableFuture<JsonNode>();
        asked.put(id, waiting);
        var now = Instant.now();
        var ask =
                client.publishWith()
                        .topic(topics + "/up/ask")
                        .payload(
                                """
                                {"id":"%s","kind":"pay","credential":"%s",
                                 "amount":{"minor":350,"currency":"EUR"},"at":"%s","deadline":"%s"%s}
                                """
                                        .formatted(
                                                id,
                                                CARD,
                                                now,
                                                now.plusMillis(PATIENCE_MILLIS),
                                                read("desfire"))
                                        .getBytes(StandardCharsets.UTF_8))
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .responseTopic(topics + "/down/answer");
        if (flaw != Flaw.NO_CORRELATION) {
            ask = ask.correlationData(id.getBytes(StandardCharsets.US_ASCII));
        }
        ask.send();
        try {
            var answer = waiting.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (answer.get("ok").asBoolean() || flaw == Flaw.PAYS_THOUGH_REFUSED) {
                happened(deed(), id, false);
            } else {
                happened("refused", "", false);
            }
        } catch (TimeoutException e) {
            withoutBridge();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String deed() {
        return switch (flaw) {
            case MISCOUNTS -> "cash-in";
            case OTHER_MEDIUM, FOREIGN_MEDIUM -> "opened";
            default -> "payment";
        };
    }

    /// What a locker terminal read, if it is one.
    private String read(String medium) {
        return switch (flaw) {
            case OTHER_MEDIUM -> ",\"medium\":\"" + medium + "\"";
            case FOREIGN_MEDIUM -> ",\"medium\":\"felica\"";
            default -> "";
        };
    }

    private synchronized void withoutBridge() {
        if (flaw == Flaw.PAYS_THOUGH_SILENT
                || "limit".equals(config.get("offline.rule"))
                        && lists.getOrDefault("allow", List.of()).contains(CARD)) {
            happened("payment", "", flaw != Flaw.NOT_MARKED_OFFLINE);
        } else {
            happened("refused", "", false);
        }
    }

    private synchronized void happened(String kind, String askId, boolean offline) {
        seq += flaw == Flaw.SKIPS_NUMBERS && seq > 0 ? 2 : 1;
        var event =
                ("{\"seq\":%d,\"kind\":\"%s\",\"at\":\"%s\",\"credential\":\"%s\",\"askId\":\"%s\","
                                + "\"offline\":%s,\"amount\":{\"minor\":350,\"currency\":\"EUR\"}%s}")
                        .formatted(
                                seq,
                                kind,
                                Instant.now(),
                                CARD,
                                askId,
                                offline,
                                pieces() + read("classic"));
        events.put(seq, event);
        send("event", event, false);
    }

    /// Two euros, it says of three and a half.
    private String pieces() {
        return flaw == Flaw.MISCOUNTS ? ",\"pieces\":{\"200\":1}" : "";
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            client.disconnect().get(2, TimeUnit.SECONDS);
        } catch (Exception e) {
            // was away already
        }
    }
}
