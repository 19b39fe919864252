package app.lodge.reports.parameters;

import java.util.List;

/// One thing that a report asks for. Its label is the text `reports.parameter.<name>`.
///
/// @param name as orders name it, such as `account` or `from`
/// @param choices for CHOICE: the values that may be given; their labels are the texts
///     `reports.choice.<name>.<value in kebab case>`
public record ReportParameter(String name, Type type, Need need, List<String> choices) {

    public ReportParameter {
        choices = List.copyOf(choices);
    }

    public enum Type {
        /// An account's number.
        ACCOUNT,
        /// A whole number.
        NUMBER,
        /// A person's number.
        PERSON,
        /// A device's name (`locker-hall`) or number.
        DEVICE,
        /// A day at the site, ISO 8601: `2026-11-22`. As beginning and as end it is included.
        DAY,
        /// One of `choices`.
        CHOICE,
        TEXT
    }

    public enum Need {
        OPTIONAL,
        REQUIRED,
        /// Exactly one of the parameters marked so must be given.
        ONE_OF_THESE
    }
}
