/// Cost centres on the screen: budgets, who may charge them, a month with its postings. Open
/// `CostCentresViewModel` first.
@NullMarked
package app.lodge.desktop.costcentres;

import org.jspecify.annotations.NullMarked;
