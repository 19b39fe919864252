/// Papers about privacy: the certificate of an erasure, and everything about one person. Open
/// {@code PrivacyPapers} first.
@NullMarked
package app.lodge.reports.privacy;

import org.jspecify.annotations.NullMarked;
