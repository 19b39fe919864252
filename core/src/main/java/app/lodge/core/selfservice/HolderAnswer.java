package app.lodge.core.selfservice;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.Limit;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.Movement;
import app.lodge.core.books.Page;
import app.lodge.core.books.Problem;
import app.lodge.core.people.PersonField;
import app.lodge.core.topups.TopUps.OrderOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a holder hears.
public sealed interface HolderAnswer {

    record Accounts(List<Linked> linked) implements HolderAnswer {
        public Accounts {
            linked = List.copyOf(linked);
        }
    }

    /// @param owner the owner's masked name
    /// @param account null without the right to view it
    record Linked(Link link, String owner, @Nullable Account account) {}

    record Linking(LinkOutcome outcome) implements HolderAnswer {}

    record Movements(Page<Movement> page) implements HolderAnswer {}

    record Recipient(AccountId account, String maskedName) implements HolderAnswer {}

    record Moved(MoveOutcome outcome) implements HolderAnswer {}

    record Ordered(OrderOutcome outcome) implements HolderAnswer {}

    /// @param limits that hold for spending from the account
    record Limited(List<Limit> limits) implements HolderAnswer {
        public Limited {
            limits = List.copyOf(limits);
        }
    }

    record Data(List<Shown> fields, List<ChangeRequest> requests) implements HolderAnswer {
        public Data {
            fields = List.copyOf(fields);
            requests = List.copyOf(requests);
        }
    }

    /// @param editable whether a change may be asked for
    record Shown(PersonField field, String value, boolean editable) {}

    /// The login is not linked to the account in this way.
    record NoRight(@Nullable LinkRight right) implements HolderAnswer {}

    /// The masked name is not, or no longer, that of the account's holder.
    record OtherRecipient() implements HolderAnswer {}

    record WrongCode(int left) implements HolderAnswer {}

    record NoCode() implements HolderAnswer {}

    record Rejected(List<Problem> problems) implements HolderAnswer {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
