/// Holders' self-service at the desk: who sees a person's accounts, linking with proof of identity, what
/// holders want changed (ID-09, ID-22 to ID-25). Open {@code SelfServiceView} first.
@NullMarked
package app.lodge.desktop.selfservice;

import org.jspecify.annotations.NullMarked;
