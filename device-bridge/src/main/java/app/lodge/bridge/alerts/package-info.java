/// Alerts leave the machine: mail by SMTP, web hooks by signed HTTPS. Open {@code NetworkOutlets} first.
@NullMarked
package app.lodge.bridge.alerts;

import org.jspecify.annotations.NullMarked;
