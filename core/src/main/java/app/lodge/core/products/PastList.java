package app.lodge.core.products;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A price list with who began it and who ended it, when (ID-62).
///
/// @param begunBy name, as the journal has it; empty if it does not know
/// @param endedAt when somebody said that it ends, which is not when it does; null while nobody has
public record PastList(
        PriceList list,
        Instant begunAt,
        String begunBy,
        @Nullable Instant endedAt,
        String endedBy) {}
