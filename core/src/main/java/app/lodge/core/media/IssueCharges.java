package app.lodge.core.media;

import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import java.util.List;
import java.util.Optional;

/// Who charges for a medium, in the very transactions that order it and make it active: whatever issues
/// it, however often it is asked (ID-63).
public interface IssueCharges {

    /// What the holder lacks for a medium ordered now; empty if it is covered.
    ///
    /// @param before the live media that the new one would take the place of, the newest first
    Optional<Shortfall> shortfall(Tx tx, PersonId person, List<Medium> before);

    /// Reserves what the medium will cost, so that the money is there when it is issued.
    void ordered(Tx tx, Medium ordered, List<Medium> before);

    /// Takes what was reserved; a deposit held for a medium before goes over to this one.
    void issued(Tx tx, Medium issued, List<Medium> before);

    /// The medium goes from its holder to somebody else: what is held for it is the holder's again.
    void handedOn(Tx tx, Medium returned);

    /// The medium will not be issued: lets go of what was reserved.
    void dropped(Tx tx, Medium medium);

    /// @param owed fee and deposit
    /// @param missing what the holder's account lacks for it, overdraft included
    /// @param cashTaken whether the site lets the desk take what is missing in cash
    record Shortfall(Money owed, Money missing, boolean cashTaken) {}

    /// Media that cost nothing.
    static IssueCharges none() {
        return new IssueCharges() {
            @Override
            public Optional<Shortfall> shortfall(Tx tx, PersonId person, List<Medium> before) {
                return Optional.empty();
            }

            @Override
            public void ordered(Tx tx, Medium ordered, List<Medium> before) {
                // nothing to reserve
            }

            @Override
            public void issued(Tx tx, Medium issued, List<Medium> before) {
                // nothing to take
            }

            @Override
            public void handedOn(Tx tx, Medium returned) {
                // nothing is held
            }

            @Override
            public void dropped(Tx tx, Medium medium) {
                // nothing was reserved
            }
        };
    }
}
