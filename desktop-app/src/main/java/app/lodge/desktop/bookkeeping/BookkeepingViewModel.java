package app.lodge.desktop.bookkeeping;

import app.lodge.desktop.shell.Session;

/// The pages of the books.
public record BookkeepingViewModel(
        MonthsViewModel months,
        DormantViewModel dormant,
        GroupLimitsViewModel groups,
        MoneyRulesViewModel rules) {

    public static BookkeepingViewModel of(Session session) {
        return new BookkeepingViewModel(
                new MonthsViewModel(session),
                new DormantViewModel(session),
                new GroupLimitsViewModel(session),
                new MoneyRulesViewModel(session));
    }

    void refresh() {
        months.refresh();
        dormant.refresh();
        groups.refresh();
        rules.refresh();
    }
}
