/// Holders' self-service: logins, their links to accounts, release by a code in the owner's mail, what
/// holders do themselves and what they ask staff to change (ID-09, ID-22 to ID-26). A portal and a clerk
/// on somebody's behalf come to the same place. Open {@code SelfService} first, then {@code HolderDesk}.
@NullMarked
package app.lodge.core.selfservice;

import org.jspecify.annotations.NullMarked;
