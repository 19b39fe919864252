/// The little of the Internet Printing Protocol that following a printed card takes (RFC 8010, RFC 8011; supplies
/// as PWG 5100.9 and CUPS name them). Knows no card. Open {@code IppPrinting} first.
@NullMarked
package app.lodge.personalization.ipp;

import org.jspecify.annotations.NullMarked;
