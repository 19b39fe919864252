/// Cost centres that pay instead of people, and their budgets. Open {@code CostCentres} first.
@NullMarked
package app.lodge.core.costcentres;

import org.jspecify.annotations.NullMarked;
