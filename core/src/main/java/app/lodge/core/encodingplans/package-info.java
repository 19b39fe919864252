/// Encoding plans: what stands on a medium, as signed documents that never change once published
/// (ID-47). Open {@code EncodingPlan} for the document, {@code PlanChecks} for what is wrong with one,
/// and {@code EncodingPlans} for the door.
@NullMarked
package app.lodge.core.encodingplans;

import org.jspecify.annotations.NullMarked;
