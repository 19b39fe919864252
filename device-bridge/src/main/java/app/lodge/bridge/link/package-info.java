/// MQTT 5: the embedded broker, who may speak on which topic, the bridge's own connection, and the messages of the field protocol as records. Open {@code FieldLink} first; the protocol is described in {@code docs/field-protocol}.
@NullMarked
package app.lodge.bridge.link;

import org.jspecify.annotations.NullMarked;
