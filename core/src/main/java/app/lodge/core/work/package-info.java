/// How long work says where it is and hears that it should stop. Open {@code Progress} first.
@NullMarked
package app.lodge.core.work;

import org.jspecify.annotations.NullMarked;
