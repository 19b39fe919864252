/// What a key ceremony leaves on paper: each custodian's share, and the transcript. Open
/// {@link app.lodge.reports.ceremonies.CeremonyPapers} first.
@NullMarked
package app.lodge.reports.ceremonies;

import org.jspecify.annotations.NullMarked;
