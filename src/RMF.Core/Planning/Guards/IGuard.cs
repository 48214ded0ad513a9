namespace RMF.Core.Planning.Guards;

/// <summary>One rule that can refuse a plan before the first write. Pure.</summary>
public interface IGuard
{
    /// <summary>Stable name; what <c>-AllowGuard</c> takes.</summary>
    string Name { get; }

    /// <summary>What it protects from, for docs.</summary>
    string Purpose { get; }

    /// <summary>Null when it has nothing against the plan.</summary>
    GuardResult? Check(GuardContext context);
}
