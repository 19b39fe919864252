/// The key vault: computes, and never hands out keys. Open {@code KeyVault} first.
@NullMarked
package app.lodge.core.keys;

import org.jspecify.annotations.NullMarked;
