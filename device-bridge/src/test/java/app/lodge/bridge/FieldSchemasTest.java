package app.lodge.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The schemas that hold our own traffic refuse what the protocol does not allow, or they would
/// prove nothing.
final class FieldSchemasTest {

    private final RecordedWire wire = new RecordedWire();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "event | {'seq':0,'kind':'payment','at':'2026-11-22T08:00:00Z'}",
                "event | {'seq':1,'kind':'Payment','at':'2026-11-22T08:00:00Z'}",
                "event | {'seq':1,'kind':'payment','at':'yesterday'}",
                "event | {'seq':1,'kind':'payment'}",
                "ask | {'id':'','kind':'pay','credential':'04A1B2C3','at':'2026-11-22T08:00:00Z',"
                        + "'deadline':'2026-11-22T08:00:03Z'}",
                "ask | {'id':'a','kind':'pay','credential':'04a1b2c3','at':'2026-11-22T08:00:00Z',"
                        + "'deadline':'2026-11-22T08:00:03Z'}",
                "list | {'version':0,'base':0,'add':[],'remove':[]}",
                "ack | {'upTo':-1}",
                "presence | {'online':'yes'}",
                "desired | {'version':1,'config':{'offline.limit':500}}"
            })
    void refuseWhatTheProtocolDoesNotAllow(String kind, String message) {
        var json = message.replace('\'', '"');
        assertThat(wire.faults(new RecordedWire.Message("→", kind, "", json))).isNotEmpty();
    }

    @Test
    void takeWhatTheProtocolShows() {
        var event =
                """
                {"seq":18,"kind":"payment","at":"2026-11-22T08:00:00Z","credential":"04A1B2C3D4E501",
                 "amount":{"minor":350,"currency":"EUR"},"askId":"6f0","offline":false,"more":1}
                """;
        assertThat(wire.faults(new RecordedWire.Message("←", "event", "", event))).isEmpty();
    }
}
