/// The card desk: choose a person, see the card, issue it, settle what a crash left open, block and
/// unblock (ID-40…44). Open `CardDeskView` first; what is plugged in here is behind `CardStation`. Queue mode (F11)
/// begins in `QueueViewModel`.
@NullMarked
package app.lodge.desktop.carddesk;

import org.jspecify.annotations.NullMarked;
