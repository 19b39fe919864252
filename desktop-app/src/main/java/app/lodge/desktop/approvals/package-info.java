/// Movements of money that wait for a second person: deciding on them, and asking for one. Open
/// {@code ApprovalsView} and {@code SecondPersonViewModel} first.
@NullMarked
package app.lodge.desktop.approvals;

import org.jspecify.annotations.NullMarked;
