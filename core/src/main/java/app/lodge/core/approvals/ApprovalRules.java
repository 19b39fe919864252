package app.lodge.core.approvals;

/// @param minutes how long a request stays open and an approval good, 1 to 1440
public record ApprovalRules(int minutes) {

    public static final ApprovalRules STANDARD = new ApprovalRules(15);
}
