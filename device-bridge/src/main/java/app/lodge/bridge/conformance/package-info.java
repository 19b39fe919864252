/// The conformance kit (ID-59, SAFE-49): a small field network of its own that holds one device against the
/// rules of `docs/field-protocol` and says in words what it does otherwise. Open {@code Conformance} first.
@NullMarked
package app.lodge.bridge.conformance;

import org.jspecify.annotations.NullMarked;
