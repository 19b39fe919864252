/// The editor of encoding plans (ID-47): the plan as a tree with a form for each node, a picture of the
/// chip's memory, the document itself beside them, a dry run and a comparison of two versions. The
/// document is the one thing that is edited; tree, form, picture and checks follow it. Open
/// {@link app.lodge.desktop.plans.PlansViewModel} first, then `PlanBoard`.
@NullMarked
package app.lodge.desktop.plans;

import org.jspecify.annotations.NullMarked;
