/// Field devices at the desk: who is up, what they should be and say they are, joining, compartments
/// and events (ID-39, ID-49, LOCK-40). Open `DevicesView` first.
@NullMarked
package app.lodge.desktop.devices;

import org.jspecify.annotations.NullMarked;
