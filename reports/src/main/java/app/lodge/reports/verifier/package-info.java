/// The auditor's stand-alone program, shipped as source. Open `reports/verifier/LodgeVerify.java` first;
/// `docs/journal-format.md` is what it checks.
@NullMarked
package app.lodge.reports.verifier;

import org.jspecify.annotations.NullMarked;
