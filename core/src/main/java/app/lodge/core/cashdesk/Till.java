package app.lodge.core.cashdesk;

import app.lodge.core.money.Money;
import java.util.List;
import java.util.Optional;

/// The drawer of one workstation as it stands.
///
/// @param expected what the books have in it
/// @param shift the open one
/// @param shiftRequired whether no cash moves without an open shift
public record Till(
        String workstation,
        Money expected,
        Optional<Shift> shift,
        List<Denomination> denominations,
        boolean shiftRequired) {

    public Till {
        denominations = List.copyOf(denominations);
    }
}
