package app.lodge.core.accounts;

/// A checked account's balance row, in minor units.
///
/// @param forcedBelow how far recorded offline payments have pushed the account below its floor; never
///     lets anything new be authorised
record Balance(long account, long posted, long reserved, long overdraft, long forcedBelow) {

    long available() {
        return posted + overdraft - reserved;
    }

    Balance posting(long amount) {
        return new Balance(
                account, Math.addExact(posted, amount), reserved, overdraft, forcedBelow);
    }

    Balance reserving(long amount) {
        return new Balance(
                account, posted, Math.addExact(reserved, amount), overdraft, forcedBelow);
    }

    boolean belowFloor() {
        return available() < 0;
    }

    /// The same, with the floor lowered to where the account is.
    Balance forced() {
        return new Balance(
                account, posted, reserved, overdraft, Math.max(forcedBelow, -available()));
    }
}
