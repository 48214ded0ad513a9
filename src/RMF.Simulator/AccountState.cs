namespace RMF.Simulator;

/// <summary>What the identity provider says of the basic user.</summary>
public enum AccountState
{
    Active,
    LockedOut,
    MustChangePassword,
}
