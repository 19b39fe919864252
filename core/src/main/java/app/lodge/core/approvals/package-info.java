/// A second person's word on a movement of money: asked for, given or refused, used once (ID-27). Open
/// {@code Approvals} first.
@NullMarked
package app.lodge.core.approvals;

import org.jspecify.annotations.NullMarked;
