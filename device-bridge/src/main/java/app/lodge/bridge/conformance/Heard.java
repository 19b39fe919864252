package app.lodge.bridge.conformance;

import app.lodge.bridge.link.FieldLink;
import app.lodge.core.doors.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;

/// One message of the device, as it came.
///
/// @param number counts all of them, from 1
/// @param json missing if it is no JSON object
@SuppressWarnings("ArrayRecordComponent") // read only
record Heard(
        long number,
        Instant at,
        String tail,
        byte[] payload,
        JsonNode json,
        FieldLink.Reply reply) {

    static Heard of(long number, Instant at, String tail, byte[] payload, FieldLink.Reply reply) {
        return new Heard(number, at, tail, payload, parsed(payload), reply);
    }

    String text(String field) {
        return json.path(field).asText();
    }

    long number(String field) {
        return json.path(field).asLong();
    }

    private static JsonNode parsed(byte[] payload) {
        try {
            return Json.tree(payload) instanceof ObjectNode object
                    ? object
                    : MissingNode.getInstance();
        } catch (UncheckedIOException e) {
            return MissingNode.getInstance();
        }
    }
}
