package app.lodge.core.accounts;

import app.lodge.core.books.Tx;
import app.lodge.core.media.MediumId;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Cost centres, as payments meet them: who is charged, whether a budget allows it, and what was
/// charged (ID-16…18). {@code app.lodge.core.costcentres} keeps them.
public interface CentreBudgets {

    /// What a payment point says when it chooses the holder's own account.
    String OWN = "own";

    /// A site without cost centres.
    static CentreBudgets none() {
        return new WithoutCentres();
    }

    /// Who pays.
    ///
    /// @param chosen the code chosen at the point; {@link #OWN}, or empty for what is marked as default
    Payer payer(Tx tx, String chosen, Payee payee, Money amount, LocalDate day);

    /// What whoever presents a medium may choose from, the default first.
    List<Choice> choices(Payee payee);

    /// @param code as an ask names it
    /// @param preferred charged when nothing is chosen
    record Choice(String code, String name, boolean preferred) {}

    /// Who pays for what has happened already, whatever the budgets say.
    ///
    /// @return the centre's number; empty for the own account
    Optional<Long> recordedPayer(Tx tx, String chosen, Payee payee);

    void reserved(Tx tx, long centre, AccountId own, long hold, LocalDate day);

    /// The centre that a hold reserves on, and for whom.
    Optional<Charged> ofHold(Tx tx, long hold);

    void charged(Tx tx, Charged charged, long posting, Money amount, LocalDate day);

    /// For whom a posting charged a centre.
    Optional<Charged> ofPosting(Tx tx, long posting);

    /// A charge was given back in whole or part, to the days that it was taken from.
    ///
    /// @param minor below zero where the giving back was itself undone
    void givenBack(Tx tx, long posting, long minor);

    /// Whoever presents a medium.
    ///
    /// @param own his own account
    record Payee(MediumId medium, PersonId holder, AccountId own) {}

    record Charged(long centre, AccountId own) {}

    sealed interface Payer {
        record OwnAccount() implements Payer {}

        /// @param remains of the tightest budget before this payment; the amount where there is none
        record Centre(long number, Money remains) implements Payer {}

        record Unknown() implements Payer {}

        record OverBudget(Money remains) implements Payer {}
    }
}
