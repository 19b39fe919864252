/// Top-ups from outside the counter: orders with authorisation, credit, settlement and return; mandates
/// and files for the bank (ID-28, ID-29). Open {@code TopUps} first.
@NullMarked
package app.lodge.core.topups;

import org.jspecify.annotations.NullMarked;
