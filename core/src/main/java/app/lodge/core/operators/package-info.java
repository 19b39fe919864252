/// Operators and their sign-in. Open {@code Operators} first.
@NullMarked
package app.lodge.core.operators;

import org.jspecify.annotations.NullMarked;
