package app.lodge.core.accounts;

import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Everybody pays from the own account.
final class WithoutCentres implements CentreBudgets {

    @Override
    public Payer payer(Tx tx, String chosen, Payee payee, Money amount, LocalDate day) {
        return chosen.isEmpty() || chosen.equals(OWN)
                ? new Payer.OwnAccount()
                : new Payer.Unknown();
    }

    @Override
    public List<Choice> choices(Payee payee) {
        return List.of();
    }

    @Override
    public Optional<Long> recordedPayer(Tx tx, String chosen, Payee payee) {
        return Optional.empty();
    }

    @Override
    public void reserved(Tx tx, long centre, AccountId own, long hold, LocalDate day) {
        throw new IllegalStateException("There is no cost centre " + centre);
    }

    @Override
    public Optional<Charged> ofHold(Tx tx, long hold) {
        return Optional.empty();
    }

    @Override
    public void charged(Tx tx, Charged charged, long posting, Money amount, LocalDate day) {
        throw new IllegalStateException("There is no cost centre " + charged.centre());
    }

    @Override
    public Optional<Charged> ofPosting(Tx tx, long posting) {
        return Optional.empty();
    }

    @Override
    public void givenBack(Tx tx, long posting, long minor) {
        // nothing was charged to a centre
    }
}
